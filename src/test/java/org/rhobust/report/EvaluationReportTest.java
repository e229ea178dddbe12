package org.rhobust.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.NpyArray;
import org.rhobust.data.NpzReader;
import org.rhobust.run.Evaluation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class EvaluationReportTest {

  private static final double NONE = Double.NEGATIVE_INFINITY;

  @TempDir Path folder;

  @Test
  void thePageStandsAlone() throws Exception {
    String page = page(new SampleEvaluation().build());

    assertThat(page).doesNotContain("http", "<script", "<link", "@import", "url(");
    Document document = parse(page);
    List<Element> pictures = elements(document, "img");
    assertThat(pictures).hasSize(5 + 3 * 2);
    assertThat(pictures)
        .allSatisfy(
            picture -> {
              assertThat(picture.getAttribute("src")).startsWith("data:image/");
              assertThat(picture.getAttribute("alt")).isNotBlank();
            });
  }

  @Test
  void theVerdictComesFirstAndTheWarningsSayWhatToDo() throws Exception {
    Document document = parse(page(new SampleEvaluation().build()));

    assertThat(elements(document, "p").get(1).getTextContent())
        .isEqualTo("Not yet, because <reasons>.");
    assertThat(elements(document, "p").get(1).getAttribute("class")).isEqualTo("verdict");
    List<Element> warnings = elements(document, "li");
    assertThat(warnings).hasSize(3);
    assertThat(warnings.get(0).getTextContent())
        .contains("noise", "2 of 4 & more.", "Next: Run <longer>.");
    assertThat(warnings.get(0).getAttribute("class")).isEqualTo("raised");
    assertThat(warnings.get(1).getTextContent()).contains("curve", "Next: Add one.");
    assertThat(warnings.get(2).getTextContent()).isEqualTo("gradientsAll fine.");
  }

  @Test
  void namesOfStrangersAreTextAndNothingElse() throws Exception {
    Evaluation evaluation =
        new SampleEvaluation().named("<script>alert(1)</script>\" onload=\"x\u0000").build();

    String page = page(evaluation);

    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
    assertThat(page).contains("&lt;b&gt;PGD").doesNotContain("<b>PGD");
    assertThat(elements(parse(page), "h1").get(0).getTextContent())
        .isEqualTo("Robustness of <script>alert(1)</script>\" onload=\"x\uFFFD");
  }

  @Test
  void theFiguresAreThoseOfTheEvaluation() throws Exception {
    Document document = parse(page(new SampleEvaluation().build()));

    // τ = 0.8 accepts all clean images; one of four has a misclassified point above it.
    assertThat(values(document)).startsWith("25.0 %", "0.8000", "0.0 %", "100.0 %", "50.0 %");
    assertThat(document.getDocumentElement().getTextContent())
        .contains(PublishedResults.LABEL, "MNIST, L∞ 0.3, CCAT", "7.7 %")
        .contains("rhobust evaluate --model x", "source = <i>", "first 4 attacked")
        .contains("passes; image 0", "rejected; image 1");
  }

  @Test
  void withoutAThresholdItSaysSo() throws Exception {
    Document document = parse(page(new SampleEvaluation().nothingCorrect().build()));

    String text = document.getDocumentElement().getTextContent();
    assertThat(text)
        .contains("No held-out image is classified correctly")
        .contains("No attack succeeded on a correctly classified image")
        .contains("wrong before");
    assertThat(values(document)).startsWith("–", "–", "–", "–", "100.0 %");
    assertThat(elements(document, "td"))
        .filteredOn(cell -> cell.getTextContent().equals("–"))
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell.getAttribute("title")).isNotBlank());
  }

  @Test
  void outputsThatAreNotNumbersPassAndLeadTheWorst() throws Exception {
    Evaluation evaluation =
        new SampleEvaluation().broken(0.9, Double.POSITIVE_INFINITY, NONE, NONE).build();

    String page = page(evaluation);

    assertThat(page.replaceAll("base64,[^\"]*", "")).doesNotContain("NaN", "Infinity", "∞ %");
    assertThat(parse(page).getDocumentElement().getTextContent())
        .contains("<zero> → not a number, confidence not a number, passes; image 1");
    assertThat(WorstImage.of(evaluation, evaluation.result().threshold(0.99), 9))
        .extracting(WorstImage::index)
        .containsExactly(1, 0);
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Evaluation evaluation =
        new SampleEvaluation().withoutCurves().broken(NONE, NONE, NONE, NONE).build();

    new EvaluationReport(folder).write(evaluation, null);

    String page = Files.readString(folder.resolve("report.html"));
    assertThat(parse(page).getDocumentElement().getTextContent())
        .contains("no table [security-curve]", "no table [steps-curve]")
        .contains("No attacked image is misclassified")
        .contains("The battery has no corruptions.", "The battery has no distal attack.")
        .doesNotContain("rhobust evaluate");
    assertThat(folder.resolve("worst.csv")).content().hasLineCount(1);
    assertThat(folder.resolve("security-curve.png")).isNotEmptyFile();
  }

  @Test
  void thePerturbationsAreThePointsThatAreShown() {
    new EvaluationReport(folder).write(new SampleEvaluation().build(), null);

    try (NpzReader npz = NpzReader.open(folder.resolve("perturbations.npz"))) {
      NpyArray index = npz.read("index");
      NpyArray deltas = npz.read("perturbation");
      assertThat(index.integer(3)).isEqualTo(3);
      assertThat(deltas.shape()).containsExactly(4, 1, 1, 2);
      assertThat(deltas.number(7)).isEqualTo(-0.1f * 3);
    }
  }

  private static String page(Evaluation evaluation) {
    OptionalDouble threshold = evaluation.result().threshold(Evaluation.TRUE_POSITIVE_RATE);
    return ReportPage.of(
        evaluation,
        threshold,
        EvaluationFigure.of(evaluation, threshold),
        WorstImage.of(evaluation, threshold, 24),
        "evaluate --model x");
  }

  /** The figures of the cards. */
  private static List<String> values(Document document) {
    return elements(document, "div").stream()
        .filter(element -> element.getAttribute("class").equals("value"))
        .map(Element::getTextContent)
        .toList();
  }

  private static List<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }
}
