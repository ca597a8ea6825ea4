package io.faasruntime;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house and who may call whom. */
class ArchitectureTest {

    private static final String ROOT = "io.faasruntime.";

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.faasruntime");
    }

    /** Plain JUnit: ArchUnit's own engine was run by Surefire and reported no test, whatever the rules said. */
    static Stream<ArchRule> rules() {
        return Stream.of(
                ROOMS,
                ROOMS_OF_THE_V8_WORKER,
                NO_CYCLES,
                API_IS_PLAIN_JAVA,
                WORKERS_KNOW_NO_SERVER,
                ENGINES_STAY_IN_THE_WORKER,
                NOBODY_PRINTS,
                UTILITIES_HAVE_A_BETTER_NAME);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(house);
    }

    private static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.faasruntime..")
            .layer("api")
            .definedBy(ROOT + "api")
            .layer("spi")
            .definedBy(ROOT + "spi")
            .layer("config")
            .definedBy(ROOT + "config")
            .layer("wire")
            .definedBy(ROOT + "wire")
            .layer("runtime")
            .definedBy(ROOT + "runtime..")
            .layer("faas")
            .definedBy(ROOT + "faas..")
            .layer("protocol")
            .definedBy(ROOT + "protocol")
            .layer("worker")
            .definedBy(ROOT + "v8worker..")
            .layer("sandbox")
            .definedBy(ROOT + "sandbox", ROOT + "sandbox.engine", ROOT + "sandbox.pool", ROOT + "sandbox.process")
            .layer("rest")
            .definedBy(ROOT + "rest..")
            .layer("access")
            .definedBy(ROOT + "access..")
            .layer("health")
            .definedBy(ROOT + "health")
            .layer("telemetry")
            .definedBy(ROOT + "telemetry")
            .layer("server")
            .definedBy(ROOT + "server")
            .whereLayer("api")
            .mayNotAccessAnyLayer()
            .whereLayer("spi")
            .mayOnlyAccessLayers("api")
            .whereLayer("config")
            .mayOnlyAccessLayers("api")
            .whereLayer("wire")
            .mayOnlyAccessLayers("api")
            .whereLayer("runtime")
            .mayOnlyAccessLayers("api", "spi", "config", "wire")
            .whereLayer("faas")
            .mayOnlyAccessLayers("api", "spi", "config", "wire")
            .whereLayer("faas")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("protocol")
            .mayNotAccessAnyLayer()
            .whereLayer("worker")
            .mayOnlyAccessLayers("protocol")
            .whereLayer("sandbox")
            .mayOnlyAccessLayers("api", "spi", "config", "wire", "protocol")
            .whereLayer("rest")
            .mayOnlyAccessLayers("api", "spi", "config", "wire", "runtime", "server", "access")
            .whereLayer("access")
            .mayOnlyAccessLayers("config", "wire", "health")
            .whereLayer("health")
            .mayOnlyAccessLayers("api", "runtime")
            .whereLayer("telemetry")
            .mayOnlyAccessLayers("api", "spi")
            .whereLayer("server")
            .mayOnlyAccessLayers("config", "runtime");

    private static final ArchRule ROOMS_OF_THE_V8_WORKER = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "v8worker..")
            .layer("main")
            .definedBy(ROOT + "v8worker")
            .layer("compile")
            .definedBy(ROOT + "v8worker.compile..")
            .layer("v8")
            .definedBy(ROOT + "v8worker.v8")
            .layer("run")
            .definedBy(ROOT + "v8worker.run")
            .layer("source")
            .definedBy(ROOT + "v8worker.source")
            .layer("pipe")
            .definedBy(ROOT + "v8worker.pipe")
            .layer("lockdown")
            .definedBy(ROOT + "v8worker.lockdown")
            .whereLayer("compile")
            .mayOnlyAccessLayers("v8", "source")
            .whereLayer("v8")
            .mayOnlyAccessLayers("run", "source", "lockdown")
            .whereLayer("run")
            .mayOnlyAccessLayers("source", "pipe")
            .whereLayer("source")
            .mayNotAccessAnyLayer()
            .whereLayer("pipe")
            .mayOnlyAccessLayers("lockdown")
            .whereLayer("lockdown")
            .mayNotAccessAnyLayer();

    private static final ArchRule NO_CYCLES =
            slices().matching("io.faasruntime.(**)").should().beFreeOfCycles();

    private static final ArchRule API_IS_PLAIN_JAVA = ArchRuleDefinition.classes()
            .that()
            .resideInAnyPackage(ROOT + "api", ROOT + "protocol")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "api", ROOT + "protocol");

    private static final ArchRule WORKERS_KNOW_NO_SERVER = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage(ROOT + "v8worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

    private static final ArchRule ENGINES_STAY_IN_THE_WORKER = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "v8worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.caoccao..", "com.sun.jna..");

    private static final ArchRule NOBODY_PRINTS = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "v8worker..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static final ArchRule UTILITIES_HAVE_A_BETTER_NAME = ArchRuleDefinition.noClasses()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils");
}
