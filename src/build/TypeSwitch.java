package build;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** A switch over types, as one test after the other. */
final class TypeSwitch {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private TypeSwitch() {}

  /** Whether it can be written: a switch whose labels are types, texts and constants of enums. */
  static boolean is(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().equals(BOOTSTRAPS)
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && !call.typeSymbol().parameterType(0).isPrimitive()
        && call.bootstrapArgs().stream().allMatch(TypeSwitch::isKnown);
  }

  private static boolean isKnown(ConstantDesc label) {
    return label instanceof ClassDesc type && !type.isPrimitive()
        || label instanceof String
        || label instanceof DynamicConstantDesc<?> constant
            && constant.constantType().equals(ClassDesc.of("java.lang.Enum$EnumDesc"));
  }

  /**
   * Writes the body of the method: of the labels from the second argument on, the number of the
   * first that fits the first argument, -1 for null, the number of labels for none.
   */
  static void write(CodeBuilder code, InvokeDynamicInstruction call) {
    List<ConstantDesc> labels = call.bootstrapArgs();
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      test(code, labels.get(i), next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private static void test(CodeBuilder code, ConstantDesc label, Label next) {
    switch (label) {
      case ClassDesc type -> code.aload(0).instanceOf(type).ifeq(next);
      case String text ->
          code.loadConstant(text)
              .aload(0)
              .invokevirtual(CD_String, "equals", MethodTypeDesc.of(CD_boolean, CD_Object))
              .ifeq(next);
      case DynamicConstantDesc<?> constant -> {
        // An enum's constant: EnumDesc.of(ClassDesc.of(its class), its name).
        var type = (DynamicConstantDesc<?>) constant.bootstrapArgsList().get(1);
        ClassDesc owner = ClassDesc.of((String) type.bootstrapArgsList().get(1));
        String name = (String) constant.bootstrapArgsList().get(2);
        code.getstatic(owner, name, owner).aload(0).if_acmpne(next);
      }
      default -> throw new IllegalArgumentException("no such label is known: " + label);
    }
  }
}
