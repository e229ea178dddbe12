package org.rhobust;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;

/** The directions between packages, and what may be used where. */
@AnalyzeClasses(packages = "org.rhobust", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Lowest first: each may use only those before it. */
  private static final List<String> PACKAGES =
      List.of(
          "tensor",
          "transition",
          "threat",
          "data",
          "model",
          "attack",
          "training",
          "evaluation",
          "run",
          "service",
          "plot",
          "report",
          "workbench",
          "cli");

  private static final DescribedPredicate<JavaClass> LAUNCHER =
      nameMatching("org\\.rhobust\\.Rhobust(\\$.*)?").forSubtype();

  @ArchTest static final ArchRule each_package_uses_only_those_below_it = layers();

  @ArchTest
  static final ArchRule every_class_has_a_layer =
      classes()
          .that(not(LAUNCHER))
          .should()
          .resideInAnyPackage(within(PACKAGES))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("org.rhobust.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule javafx_stays_in_plot_and_workbench =
      noClasses()
          .that(not(LAUNCHER))
          .and()
          .resideOutsideOfPackages(within(List.of("plot", "workbench")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule plot_and_workbench_know_no_engine =
      noClasses()
          .that()
          .resideInAnyPackage(within(List.of("plot", "workbench")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule plot_knows_no_model =
      noClasses()
          .that()
          .resideInAnyPackage(within(List.of("plot")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(within(List.of("tensor", "model", "attack", "training", "service")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_tensor_rises_above_service =
      noClasses()
          .that()
          .resideInAnyPackage(within(List.of("plot", "report", "workbench", "cli")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl.ndarray..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_tensor_knows_pytorch =
      noClasses()
          .that()
          .resideOutsideOfPackages(within(List.of("tensor")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl.pytorch..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule view_models_see_no_control =
      noClasses()
          .that()
          .resideInAPackage("org.rhobust.workbench..")
          .and()
          .haveSimpleNameEndingWith("Model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene",
              "javafx.scene.control..",
              "javafx.scene.layout..",
              "javafx.fxml..",
              "javafx.stage..")
          .allowEmptyShould(true);

  /** A plot made past the context would keep its looks and its notices from the window. */
  @ArchTest
  static final ArchRule only_the_context_makes_views_of_plots =
      noClasses()
          .that()
          .resideInAPackage("org.rhobust.workbench..")
          .and()
          .doNotHaveFullyQualifiedName("org.rhobust.workbench.WorkbenchContext")
          .should()
          .callConstructor(PlotView.class, Plot.class)
          .allowEmptyShould(true);

  /** Deserialising a stranger's file runs a stranger's code. */
  @ArchTest
  static final ArchRule nothing_uses_java_serialization =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              ObjectInputStream.class,
              ObjectOutputStream.class,
              Serializable.class,
              Externalizable.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_the_command_line_prints =
      noClasses()
          .that(not(LAUNCHER).and(not(resideInAPackage("org.rhobust.cli.."))))
          .should(ACCESS_STANDARD_STREAMS)
          .allowEmptyShould(true);

  private static ArchRule layers() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.rhobust..")
            .withOptionalLayers(true)
            .layer("launcher")
            .definedBy(LAUNCHER)
            .whereLayer("launcher")
            .mayNotBeAccessedByAnyLayer();
    for (String name : PACKAGES) {
      layers = layers.layer(name).definedBy(resideInAnyPackage(within(List.of(name))));
    }
    layers = layers.whereLayer(PACKAGES.get(0)).mayNotAccessAnyLayer();
    for (int i = 1; i < PACKAGES.size(); i++) {
      layers =
          layers
              .whereLayer(PACKAGES.get(i))
              .mayOnlyAccessLayers(PACKAGES.subList(0, i).toArray(String[]::new));
    }
    return layers;
  }

  private static String[] within(List<String> packages) {
    return packages.stream().map(name -> "org.rhobust." + name + "..").toArray(String[]::new);
  }
}
