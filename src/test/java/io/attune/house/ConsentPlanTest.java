package io.attune.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.attune.customer.CustomerFile;
import io.attune.customer.Customers;
import io.attune.customer.Dossier;
import io.attune.customer.ProfileValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Data of a purpose that was not granted cannot be had by what decides: it never gets its hands on the whole. */
class ConsentPlanTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.attune");

    @Test
    void only_what_is_left_by_consents_reaches_a_turn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.attune.turn..",
                        "io.attune.decision..",
                        "io.attune.aptitude..",
                        "io.attune.dialog..",
                        "io.attune.handoff..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(CustomerFile.class, Dossier.class, ProfileValue.class)
                .check(CODE);
    }

    @Test
    void only_the_store_opens_a_dossier_for_a_turn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.attune.customer..")
                .should()
                .callMethod(Dossier.class, "whole")
                .check(CODE);
    }

    /** What is restricted is for people who serve the customer, and for nothing that decides. */
    @Test
    void only_people_are_shown_what_is_restricted() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.attune.customer..", "io.attune.console..")
                .should()
                .callMethod(Customers.class, "serve", String.class, Instant.class)
                .check(CODE);
    }
}
