package build;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** The {@code equals} of a record, as one comparison after the other. */
final class RecordEquality {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");

  private RecordEquality() {}

  static boolean is(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().equals(BOOTSTRAPS) && call.name().equalsString("equals");
  }

  /** Writes the body of the method, which takes the record and what to compare it with. */
  static void write(CodeBuilder code, InvokeDynamicInstruction call) {
    // The record's class, the names of its components, and what gets each.
    List<ConstantDesc> arguments = call.bootstrapArgs();
    ClassDesc type = (ClassDesc) arguments.getFirst();
    Label different = code.newLabel();
    code.aload(1).instanceOf(type).ifeq(different);
    for (ConstantDesc argument : arguments.subList(2, arguments.size())) {
      var getter = (DirectMethodHandleDesc) argument;
      ClassDesc component = getter.invocationType().returnType();
      code.aload(0).getfield(type, getter.methodName(), component);
      code.aload(1).checkcast(type).getfield(type, getter.methodName(), component);
      compare(code, component, different);
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  private static void compare(CodeBuilder code, ClassDesc component, Label different) {
    switch (TypeKind.from(component).asLoadable()) {
      case INT -> code.if_icmpne(different);
      case LONG -> code.lcmp().ifne(different);
      case FLOAT -> compareBoxed(code, "java.lang.Float", CD_float, different);
      case DOUBLE -> compareBoxed(code, "java.lang.Double", CD_double, different);
      default ->
          code.invokestatic(
                  ClassDesc.of("java.util.Objects"),
                  "equals",
                  MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
              .ifeq(different);
    }
  }

  /** As the record does it: not a number is equal to itself, and 0.0 is not -0.0. */
  private static void compareBoxed(
      CodeBuilder code, String box, ClassDesc component, Label different) {
    code.invokestatic(ClassDesc.of(box), "compare", MethodTypeDesc.of(CD_int, component, component))
        .ifne(different);
  }
}
