package io.attune.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the code to {@code docs/floor-plan.puml} and to the rules of the house that go with it. */
class FloorPlanTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.attune");
    private static final String[] THINKING = {
        "io.attune.message..",
        "io.attune.dialog..",
        "io.attune.decision..",
        "io.attune.aptitude..",
        "io.attune.assess..",
        "io.attune.understanding"
    };

    @Test
    void imports_follow_the_drawing() {
        classes()
                .should(adhereToPlantUmlDiagram(
                        Path.of("docs/floor-plan.puml"), consideringOnlyDependenciesInDiagram()))
                .check(CODE);
    }

    @Test
    void every_room_is_on_the_drawing() throws Exception {
        String drawing = java.nio.file.Files.readString(Path.of("docs/floor-plan.puml"));
        var missing = CODE.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("io.attune."))
                .distinct()
                .filter(name -> !isDrawn(drawing, name))
                .sorted()
                .toList();
        org.assertj.core.api.Assertions.assertThat(missing).isEmpty();
    }

    private static boolean isDrawn(String drawing, String name) {
        if (drawing.contains("<<" + name + ">>")) {
            return true;
        }
        for (String room = name; room.contains("."); room = room.substring(0, room.lastIndexOf('.'))) {
            if (drawing.contains("<<" + room + "..>>")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void rooms_form_no_circle() {
        SlicesRuleDefinition.slices()
                .matching("io.attune.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void opennlp_stays_in_its_room() {
        only("opennlp..", "io.attune.understanding.opennlp..");
    }

    @Test
    void language_models_stay_in_their_room() {
        only("dev.langchain4j..", "io.attune.llm..");
    }

    @Test
    void sql_stays_in_the_stores() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.attune..store..", "io.attune.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "org.postgresql..", "io.agroal..")
                .check(CODE);
    }

    @Test
    void thinking_knows_no_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(THINKING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..", "io.quarkus..", "io.vertx..", "org.eclipse.microprofile..", "io.micrometer..")
                .check(CODE);
    }

    @Test
    void thinking_knows_no_clock_and_no_chance() {
        var rule = noClasses().that().resideInAnyPackage(THINKING).should();
        rule.callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .check(CODE);
    }

    @Test
    void one_room_reads_the_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.attune.turn.Time")
                .and()
                .resideOutsideOfPackages("io.attune.cli..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .check(CODE);
    }

    private static void only(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CODE);
    }
}
