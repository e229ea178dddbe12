package org.rhobust.report;

import java.util.List;
import java.util.Locale;

/**
 * What was published on confidence-calibrated adversarial training: Table 2 of Stutz, Hein and
 * Schiele (ICML 2020, review version), the worst case over the paper's attacks.
 */
public final class PublishedResults {

  /** How these numbers are to be called wherever they stand beside others. */
  public static final String LABEL =
      "Published numbers of larger models, for orientation: another network, other training, other"
          + " attacks";

  /** The heads of the columns, in the order of {@link Row#cells}. */
  public static final List<String> HEADS = List.of("Err", "RErr", "AUC", "Err(τ)", "RErr(τ)", "τ");

  /** The rows, in the order of the table. */
  public static final List<Row> ROWS =
      List.of(
          new Row("MNIST", "L∞ 0.3", "AT", 0.5, 7.2, 0.97, 0.0, 1.0, 1.00),
          new Row("MNIST", "L∞ 0.3", "CCAT", 0.5, 100.0, 0.99, 0.1, 7.7, 0.99),
          new Row("MNIST", "L∞ 0.4", "AT", null, 100.0, 0.20, null, 100.0, null),
          new Row("MNIST", "L∞ 0.4", "CCAT", null, 100.0, 0.94, null, 40.0, null),
          new Row("MNIST", "L2 3", "AT", null, 98.8, 0.73, null, 81.3, null),
          new Row("MNIST", "L2 3", "CCAT", null, 82.6, 1.0, null, 1.4, null),
          new Row("CIFAR-10", "L∞ 0.03", "AT", 16.6, 62.7, 0.64, null, 62.3, 0.35),
          new Row("CIFAR-10", "L∞ 0.03", "CCAT", 10.1, 96.7, 0.60, null, 67.9, 0.40));

  /** What else was published, in sentences. */
  public static final List<String> REMARKS =
      List.of(
          "Networks: ResNet-20 (64 channels) in the table. The later article's WRN-28-10 with CCAT on"
              + " CIFAR-10: 4.56 % test error, 80.16 % robust test error without rejection.",
          "Weak attacks flatter: one SVHN model with CCAT gave RErr 4.0, 5.0, 22.8 and 23.3 % under"
              + " 40, 200, 2000 and 4000 steps.",
          "Later adaptive attacks put CCAT on CIFAR-10 at 60–73 % robust test error.");

  private PublishedResults() {}

  /**
   * One model under one threat model; null where no number was published.
   *
   * @param data the data set
   * @param threat norm and ε
   * @param training AT (adversarial) or CCAT
   * @param error Err in % without rejection
   * @param robustError RErr in % without rejection
   * @param area ROC AUC
   * @param errorAtThreshold Err in % at 99 % true positives
   * @param robustErrorAtThreshold RErr in % at 99 % true positives
   * @param threshold τ
   */
  public record Row(
      String data,
      String threat,
      String training,
      Double error,
      Double robustError,
      Double area,
      Double errorAtThreshold,
      Double robustErrorAtThreshold,
      Double threshold) {

    /** What the row is of. */
    public String name() {
      return data + ", " + threat + ", " + training;
    }

    /** The numbers as people read them; a dash where none was published. */
    public List<String> cells() {
      return List.of(
          percent(error),
          percent(robustError),
          number(area),
          percent(errorAtThreshold),
          percent(robustErrorAtThreshold),
          number(threshold));
    }

    private static String percent(Double percent) {
      return percent == null ? Shown.UNDEFINED : Shown.percent(percent);
    }

    private static String number(Double number) {
      return number == null ? Shown.UNDEFINED : String.format(Locale.ROOT, "%.2f", number);
    }
  }
}
