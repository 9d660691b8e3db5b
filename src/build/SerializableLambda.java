package build;

import java.io.Serializable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.util.List;

/**
 * The comparators of {@link java.util.Comparator} as lambdas like any other. The JDK's own can be
 * serialized, which nothing here does, and which no AOT cache can hold.
 */
final class SerializableLambda {
  private static final ClassDesc METAFACTORY = LambdaMetafactory.class.describeConstable().get();
  private static final ClassDesc SERIALIZABLE = Serializable.class.describeConstable().get();

  private static final List<ConstantDesc> SERIALIZABLE_ONLY =
      List.of(LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_BRIDGES, 0);

  private static final DirectMethodHandleDesc PLAIN =
      MethodHandleDesc.ofMethod(
          DirectMethodHandleDesc.Kind.STATIC,
          METAFACTORY,
          "metafactory",
          MethodTypeDesc.of(
              ConstantDescs.CD_CallSite,
              ConstantDescs.CD_MethodHandles_Lookup,
              ConstantDescs.CD_String,
              ConstantDescs.CD_MethodType,
              ConstantDescs.CD_MethodType,
              ConstantDescs.CD_MethodHandle,
              ConstantDescs.CD_MethodType));

  private SerializableLambda() {}

  /** Whether a class is one whose lambdas are rewritten. */
  static boolean isIn(ClassDesc type) {
    return type.equals(ClassDesc.of("java.util.Comparator"));
  }

  /** Writes what replaces an instruction; false where it is to stay. */
  static boolean write(CodeBuilder code, CodeElement element) {
    switch (element) {
      case InvokeDynamicInstruction call when isSerializable(call) -> {
        List<ConstantDesc> arguments = call.bootstrapArgs().subList(0, 3);
        code.invokedynamic(
            DynamicCallSiteDesc.of(
                PLAIN,
                call.name().stringValue(),
                call.typeSymbol(),
                arguments.toArray(ConstantDesc[]::new)));
        return true;
      }
      case TypeCheckInstruction cast when cast.type().asSymbol().equals(SERIALIZABLE) -> {
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** A call with the arguments of a plain one and then: serializable, with no bridges. */
  private static boolean isSerializable(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().equals(METAFACTORY)
        && call.bootstrapMethod().methodName().equals("altMetafactory")
        && call.bootstrapArgs().subList(3, call.bootstrapArgs().size()).equals(SERIALIZABLE_ONLY);
  }
}
