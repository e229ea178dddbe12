package org.rhobust.model;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Holds the names and shapes of stored tensors against those that are wanted. */
public final class TensorFit {

  private static final int NAMED = 3;

  private TensorFit() {}

  /**
   * Requires equal names, each of an equal shape.
   *
   * @param subject the beginning of the message, such as "the weights do not fit network 'small'"
   * @throws ModelFileException otherwise; it names the first few that differ and counts the rest
   */
  public static void require(
      String subject, Map<String, Shape> wanted, Map<String, WeightTensor> stored) {
    List<String> problems = new ArrayList<>();
    add(problems, "missing", wanted.keySet().stream().filter(k -> !stored.containsKey(k)).toList());
    add(problems, "unknown", stored.keySet().stream().filter(k -> !wanted.containsKey(k)).toList());
    if (problems.isEmpty()) {
      add(
          problems,
          "of another shape",
          wanted.entrySet().stream()
              .filter(e -> !same(e.getValue(), stored.get(e.getKey())))
              .map(
                  e ->
                      "%s %s instead of %s"
                          .formatted(
                              e.getKey(),
                              Arrays.toString(stored.get(e.getKey()).shape()),
                              Arrays.toString(e.getValue().getShape())))
              .toList());
    }
    if (!problems.isEmpty()) {
      throw new ModelFileException(subject + ": " + String.join("; ", problems));
    }
  }

  private static boolean same(Shape wanted, WeightTensor stored) {
    return Arrays.equals(wanted.getShape(), stored.shape());
  }

  private static void add(List<String> problems, String what, List<String> names) {
    if (!names.isEmpty()) {
      String few = String.join(", ", names.stream().limit(NAMED).map(JsonText::printable).toList());
      String rest = names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : "";
      problems.add(what + " " + few + rest);
    }
  }
}
