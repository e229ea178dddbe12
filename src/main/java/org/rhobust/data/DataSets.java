package org.rhobust.data;

import java.util.List;
import java.util.Optional;

/** The data sets known by name. A new one is a class and a line here. */
public final class DataSets {

  private static final List<DataSet> ALL = List.of(new Mnist());

  private DataSets() {}

  /** All data sets, in the order to show them. */
  public static List<DataSet> all() {
    return ALL;
  }

  /** The names of all data sets. */
  public static List<String> names() {
    return ALL.stream().map(DataSet::name).toList();
  }

  /** The data set called {@code name}, if there is one. */
  public static Optional<DataSet> find(String name) {
    return ALL.stream().filter(set -> set.name().equals(name)).findFirst();
  }

  /**
   * The data set called {@code name}.
   *
   * @throws DataException if there is none, listing those there are
   */
  public static DataSet get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new DataException(
                    "there is no data set \"%s\"; choose one of: %s"
                        .formatted(name, String.join(", ", names()))));
  }
}
