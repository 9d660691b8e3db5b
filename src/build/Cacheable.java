package build;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites compiled classes so that an AOT cache holds all that they need.
 *
 * <p>The compiler leaves some things to be linked when they are first reached, by generating
 * classes: switches over types, and the {@code equals} of records. JDK 25's cache holds the outcome
 * for lambdas and concatenations only; for these, each start would generate the classes again, for
 * 5 to 10 ms a piece. Here each becomes a method like one written by hand. The source keeps its
 * switches, which the compiler checks to be complete; the rewritten classes differ in nothing but
 * time.
 */
final class Cacheable {
  private final ClassFile classFile;

  /** Takes where the classes are found that the rewritten ones name. */
  Cacheable(ClassLoader classes) {
    classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes).cached()));
  }

  /** The class rewritten; the very same array where nothing is to be done. */
  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    if (!namesOne(model) && !SerializableLambda.isIn(model.thisClass().asSymbol())) {
      return bytes;
    }
    List<InvokeDynamicInstruction> found = new ArrayList<>();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    ClassDesc self = model.thisClass().asSymbol();
    boolean hasComparators = SerializableLambda.isIn(self);
    CodeTransform calls =
        (code, element) -> {
          if (element instanceof InvokeDynamicInstruction call && isRewritten(call)) {
            code.invokestatic(self, name(found.size()), call.typeSymbol(), isInterface);
            found.add(call);
          } else if (!(hasComparators && SerializableLambda.write(code, element))) {
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
              addMethod(builder, name(i), found.get(i));
            }
          }
        };
    byte[] rewritten =
        classFile.transformClass(
            model, ClassTransform.transformingMethodBodies(calls).andThen(methods));
    // The virtual machine trusts the JDK's own classes, so that nobody else would find out.
    List<VerifyError> errors = classFile.verify(rewritten);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("wrongly rewritten: " + self, errors.getFirst());
    }
    return rewritten;
  }

  /** Whether it mentions any such linking: most classes do not, and are left alone at once. */
  private static boolean namesOne(ClassModel model) {
    for (var entry : model.constantPool()) {
      if (entry instanceof MethodHandleEntry handle) {
        String owner = handle.reference().owner().asInternalName();
        if (owner.equals("java/lang/runtime/SwitchBootstraps")
            || owner.equals("java/lang/runtime/ObjectMethods")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isRewritten(InvokeDynamicInstruction call) {
    return TypeSwitch.is(call) || RecordEquality.is(call);
  }

  private static String name(int number) {
    return "linked$" + number;
  }

  private static void addMethod(ClassBuilder builder, String name, InvokeDynamicInstruction call) {
    builder.withMethodBody(
        name,
        call.typeSymbol(),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
        code -> {
          if (TypeSwitch.is(call)) {
            TypeSwitch.write(code, call);
          } else {
            RecordEquality.write(code, call);
          }
        });
  }
}
