package org.rhobust.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The data sets known by name. A new one is a class and a line here. */
public final class DataSets {

  private static final List<DataSet> ALL =
      List.of(
          Mnist.shipped(),
          FashionMnist.in(folder("fashion-mnist")),
          Cifar.ten(folder("cifar10")),
          Cifar.hundred(folder("cifar100")),
          Svhn.in(folder("svhn")));

  private DataSets() {}

  /** All data sets of the registry, in the order to show them, here or not. */
  public static List<DataSet> all() {
    return ALL;
  }

  /** The names of all data sets of the registry. */
  public static List<String> names() {
    return ALL.stream().map(DataSet::name).toList();
  }

  /**
   * The data set of the registry of this name, such as {@code cifar10}, or one of its classes
   * alone, such as {@code cifar10[cat,dog]}.
   *
   * @throws DataException if the classes are not those of the set
   */
  public static Optional<DataSet> find(String name) {
    return ClassFilter.apply(name, DataSets::registered);
  }

  /**
   * The data set that {@code nameOrPath} names: as {@link #find}, or the user's own, which is a
   * folder or a file of arrays (docs/data.md says which), also with classes in brackets. Its {@link
   * DataSet#name} is the key under which it is found again, for a folder its absolute path.
   *
   * @throws DataException if there is none, with those there are
   */
  public static DataSet get(String nameOrPath) {
    return find(nameOrPath)
        .or(() -> ClassFilter.apply(nameOrPath, LocalSet::open))
        .orElseThrow(
            () ->
                new DataException(
                    "there is no data set \"%s\"; choose one of: %s, or give a folder"
                        .formatted(nameOrPath, String.join(", ", names()))));
  }

  private static Optional<DataSet> registered(String name) {
    return ALL.stream().filter(set -> set.name().equals(name)).findFirst();
  }

  private static Path folder(String name) {
    return DataFolder.root().resolve(name);
  }
}
