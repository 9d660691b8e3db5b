package build;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites switches over types in compiled classes to plain tests of one type after the other.
 *
 * <p>The compiler leaves such a switch to be linked when it is first reached, and no AOT cache
 * holds the outcome: each start would generate classes for it again. The source keeps its switches,
 * which the compiler checks to be complete; only the shipped classes differ, and in nothing but
 * time.
 */
final class TypeSwitches {
  private final ClassFile classFile;

  /** Takes where the classes are found that the rewritten ones name. */
  TypeSwitches(ClassLoader classes) {
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes).cached()));
  }

  /** The class without such switches; the same bytes where it has none. */
  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    List<InvokeDynamicInstruction> found = new ArrayList<>();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    ClassDesc self = model.thisClass().asSymbol();
    CodeTransform calls =
        (code, element) -> {
          if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
            code.invokestatic(self, name(found.size()), call.typeSymbol(), isInterface);
            found.add(call);
          } else {
            code.with(element);
          }
        };
    ClassTransform methods =
        new ClassTransform() {
          @Override
          public void accept(ClassBuilder builder, ClassElement element) {
            builder.with(element);
          }

          @Override
          public void atEnd(ClassBuilder builder) {
            for (int i = 0; i < found.size(); i++) {
              addTests(builder, name(i), found.get(i));
            }
          }
        };
    byte[] rewritten =
        classFile.transformClass(
            model, ClassTransform.transformingMethodBodies(calls).andThen(methods));
    return found.isEmpty() ? bytes : rewritten;
  }

  private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().equals(ClassDesc.of("java.lang.runtime.SwitchBootstraps"))
        && call.bootstrapMethod().methodName().equals("typeSwitch");
  }

  private static String name(int number) {
    return "typeSwitch$" + number;
  }

  /**
   * Adds the method that stands for one switch: of the labels from the second argument on, the
   * number of the first that fits the first argument, -1 for null, the number of labels for none.
   */
  private static void addTests(ClassBuilder builder, String name, InvokeDynamicInstruction call) {
    List<ConstantDesc> labels = call.bootstrapArgs();
    builder.withMethodBody(
        name,
        call.typeSymbol(),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
        code -> {
          Label notNull = code.newLabel();
          code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
          for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            test(code, labels.get(i), next);
            code.loadConstant(i).ireturn().labelBinding(next);
          }
          code.loadConstant(labels.size()).ireturn();
        });
  }

  private static void test(CodeBuilder code, ConstantDesc label, Label next) {
    MethodTypeDesc equals = MethodTypeDesc.of(CD_boolean, CD_Object);
    switch (label) {
      case ClassDesc type -> code.aload(0).instanceOf(type).ifeq(next);
      case String text ->
          code.loadConstant(text)
              .aload(0)
              .invokevirtual(ClassDesc.of("java.lang.String"), "equals", equals)
              .ifeq(next);
      case DynamicConstantDesc<?> constant -> {
        // An enum's constant: EnumDesc.of(ClassDesc.of(its class), its name).
        var type = (DynamicConstantDesc<?>) constant.bootstrapArgsList().get(1);
        ClassDesc owner = ClassDesc.of((String) type.bootstrapArgsList().get(1));
        String name = (String) constant.bootstrapArgsList().get(2);
        code.getstatic(owner, name, owner).aload(0).if_acmpne(next);
      }
      default -> throw new IllegalStateException("no such label is known: " + label);
    }
  }
}
