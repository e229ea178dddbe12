package org.rhobust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * DJL takes the first native library of the class path that fits, and a CPU one fits everywhere: a
 * GPU is used only where the GPU natives stand before those of the CPU.
 */
class NativeClassPathTest {

  private static final String CPU = "pytorch-native-cpu";
  private static final String GPU_PREFIX = "pytorch-native-cu";

  private static final XPath XPATH = XPathFactory.newInstance().newXPath();
  private static Document pom;

  @BeforeAll
  static void readPom() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (var stream = Files.newInputStream(Path.of("pom.xml"))) {
      pom = factory.newDocumentBuilder().parse(stream);
    }
  }

  @Test
  void baseDependenciesHoldTheEngineButNoNative() {
    List<String> base = texts("/project/dependencies/dependency/artifactId");
    assertThat(base).contains("pytorch-engine").noneMatch(NativeClassPathTest::isNative);
  }

  @Test
  void theGpuProfileStandsBeforeEveryCpuProfile() {
    List<String> profiles = texts("/project/profiles/profile/id");
    List<String> gpu =
        profiles.stream().filter(id -> holds(id, NativeClassPathTest::isGpu)).toList();
    List<String> cpu = profiles.stream().filter(id -> holds(id, CPU::equals)).toList();
    assertThat(gpu).containsExactly("gpu");
    assertThat(cpu).hasSizeGreaterThanOrEqualTo(4).doesNotContain("gpu");
    assertThat(cpu).allMatch(id -> profiles.indexOf(id) > profiles.indexOf("gpu"));
  }

  @Test
  void theGpuProfileIsActiveWhereTheNvidiaDriverIs() {
    String activation = "//profile[id='gpu']/activation/";
    assertThat(texts(activation + "file/exists")).containsExactly("/proc/driver/nvidia/version");
    assertThat(texts(activation + "os/name")).containsExactly("linux");
    assertThat(texts(activation + "os/arch")).containsExactly("amd64");
    assertThat(texts(activation + "property/name")).containsExactly("!cu128");
  }

  @Test
  void theGpuProfileBringsTheCudaRuntimeAloneAfterTheNatives() {
    String cuda = "//profile[id='gpu']/dependencies/dependency[2]/";
    assertThat(texts("//profile[id='gpu']/dependencies/dependency/artifactId"))
        .containsExactly("pytorch-native-cu118", "cuda");
    assertThat(texts(cuda + "classifier")).containsExactly("linux-x86_64-redist");
    assertThat(texts(cuda + "exclusions/exclusion/artifactId")).containsExactly("*");
  }

  @Test
  void theProfileForNewerGpusChangesVersionsAlone() {
    String profile = "//profile[id='gpu-cu128']/";
    assertThat(texts(profile + "activation/property/name")).containsExactly("cu128");
    assertThat(texts(profile + "dependencies/dependency")).isEmpty();
    String version = texts(profile + "properties/pytorch.version").get(0);
    assertThat(texts(profile + "properties/pytorch.jni.version"))
        .containsExactly(version + "-" + texts(profile + "properties/djl.version").get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "linux-x86_64, name, linux, amd64",
    "win-x86_64, family, windows, amd64",
    "osx-x86_64, family, mac, x86_64",
    "osx-aarch64, family, mac, aarch64"
  })
  void theOperatingSystemChoosesTheCpuNatives(
      String classifier, String key, String system, String architecture) {
    String dependency =
        "dependencies/dependency[artifactId='" + CPU + "' and classifier='" + classifier + "']";
    String os = "/project/profiles/profile[" + dependency + "]/activation/os/";
    assertThat(texts(os + key)).containsExactly(system);
    assertThat(texts(os + "arch")).containsExactly(architecture);
  }

  /** Maven switches such a profile off as soon as another one is named. */
  @Test
  void noProfileIsActiveByDefault() {
    assertThat(texts("//profile/activation/activeByDefault")).doesNotContain("true");
  }

  @Test
  void thisClassPathHoldsThePlatformsNativesWithTheGpuFirst() {
    String classifier = classifier();
    assumeTrue(classifier != null, "PyTorch has no natives for this platform");
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> new File(entry).getName())
            .filter(name -> name.endsWith(".jar"))
            .toList();
    List<String> cpu = jars.stream().filter(name -> name.startsWith(CPU + "-")).toList();
    assertThat(cpu).singleElement().asString().endsWith("-" + classifier + ".jar");
    assertThat(IntStream.range(0, jars.size()).filter(i -> isGpu(jars.get(i))).boxed())
        .allMatch(i -> i < jars.indexOf(cpu.get(0)));
  }

  private static boolean isNative(String name) {
    return name.startsWith("pytorch-native");
  }

  private static boolean isGpu(String name) {
    return name.startsWith(GPU_PREFIX);
  }

  private static boolean holds(String profile, Predicate<String> artifact) {
    return texts("//profile[id='" + profile + "']/dependencies/dependency/artifactId").stream()
        .anyMatch(artifact);
  }

  private static String classifier() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" ->
          system.startsWith("linux")
              ? "linux-x86_64"
              : system.startsWith("windows")
                  ? "win-x86_64"
                  : system.startsWith("mac") ? "osx-x86_64" : null;
      case "aarch64" -> system.startsWith("mac") ? "osx-aarch64" : null;
      default -> null;
    };
  }

  /** The texts at {@code path}, a lone ${property} replaced by its value. */
  private static List<String> texts(String path) {
    NodeList nodes = nodes(path);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent().strip())
        .map(NativeClassPathTest::resolve)
        .toList();
  }

  private static String resolve(String text) {
    return text.startsWith("${") && text.endsWith("}")
        ? texts("/project/properties/*[name()='" + text.substring(2, text.length() - 1) + "']")
            .get(0)
        : text;
  }

  private static NodeList nodes(String path) {
    try {
      return (NodeList) XPATH.evaluate(path, pom, XPathConstants.NODESET);
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
