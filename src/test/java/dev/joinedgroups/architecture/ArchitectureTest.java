package dev.joinedgroups.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.core.JsonGenerator;

/** What may depend on what, read from the compiled classes; ARCHITECTURE.md says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are read once.
class ArchitectureTest {
  private static final String ROOT = "dev.joinedgroups";

  /** Each room with the rooms that it may use. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry("", Set.of("cli")),
          Map.entry(
              "cli",
              Set.of(
                  "run",
                  "validation",
                  "graph",
                  "auth",
                  "output",
                  "sandbox",
                  "diagnostics",
                  "definition",
                  "schema")),
          // Adding is sending: what was answered decides what a run does next.
          Map.entry("run", Set.of("graph", "diagnostics", "definition")),
          // Signing in takes the same connections, and clouds differ in their sign-in host too.
          Map.entry("auth", Set.of("graph", "diagnostics", "definition")),
          Map.entry("graph", Set.of("diagnostics", "definition")),
          Map.entry(
              "validation", Set.of("validation.membership", "diagnostics", "definition", "schema")),
          Map.entry("validation.membership", Set.of()),
          Map.entry("output", Set.of("diagnostics", "definition")),
          Map.entry("sandbox", Set.of("diagnostics", "definition", "schema")),
          // What is read is located (diagnostics) and typed where flags are read (schema).
          Map.entry("definition", Set.of("diagnostics", "schema")),
          Map.entry("diagnostics", Set.of()),
          Map.entry("schema", Set.of()));

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageIsARoomOfTheTable() {
    assertEquals(
        ROOMS.keySet().stream().map(ArchitectureTest::packageOf).collect(toSet()),
        ours.stream().map(JavaClass::getPackageName).collect(toSet()));
  }

  @TestFactory
  List<DynamicTest> aRoomUsesOnlyTheRoomsBelowIt() {
    List<DynamicTest> tests = new ArrayList<>();
    ROOMS.forEach(
        (room, below) -> {
          List<String> allowed = new ArrayList<>(List.of(packageOf(room)));
          below.forEach(other -> allowed.add(packageOf(other)));
          tests.add(
              DynamicTest.dynamicTest(
                  packageOf(room),
                  () ->
                      classes()
                          .that()
                          .resideInAPackage(packageOf(room))
                          .should()
                          .onlyDependOnClassesThat(
                              not(resideInAPackage(ROOT + ".."))
                                  .or(resideInAnyPackage(allowed.toArray(String[]::new))))
                          .check(ours)));
        });
    return tests;
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ours);
  }

  @TestFactory
  List<DynamicTest> aLibraryStaysInItsRoom() {
    return List.of(
        only("cli", "picocli.."),
        only("graph", "java.net.http.."),
        only("auth", "com.microsoft.aad.msal4j.."),
        only("definition", "org.snakeyaml.."),
        // Started from the root, where the log of the whole process is set up.
        only("", "org.slf4j.."));
  }

  /**
   * JSON is parsed, and parsers and generators made, in one room. The others are handed a generator
   * to write with: {@code NodeJson} makes it.
   */
  @Test
  void jacksonIsSetUpWhereDefinitionsAreRead() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("definition"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("tools.jackson..").and(not(type(JsonGenerator.class))))
        .check(ours);
  }

  /** Data binding and Jackson's YAML cost start-up time, and lose where a value stood. */
  @Test
  void nothingIsBoundByReflection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.databind..", "tools.jackson.dataformat..")
        .check(ours);
  }

  /** Streams, environment and exit are handed down from the root, so that tests hand others. */
  @Test
  void onlyTheRootTouchesTheProcess() {
    String ofTheProcess =
        "in|out|err|set(In|Out|Err)|console|getenv|(get|set|clear)Propert(y|ies)|exit|halt"
            + "|addShutdownHook";
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .accessTargetWhere(
            target(owner(type(System.class).or(type(Runtime.class))))
                .and(target(nameMatching(ofTheProcess))))
        .check(ours);
  }

  @Test
  void logsGoThroughSlf4jAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons..")
        .check(ours);
  }

  @Test
  void noStaticStateChanges() {
    fields().that().haveModifier(STATIC).should().haveModifier(FINAL).check(ours);
  }

  private DynamicTest only(String room, String library) {
    return DynamicTest.dynamicTest(
        library + " only in " + packageOf(room),
        () ->
            noClasses()
                .that()
                .resideOutsideOfPackage(packageOf(room))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ours));
  }

  private static String packageOf(String room) {
    return room.isEmpty() ? ROOT : ROOT + "." + room;
  }
}
