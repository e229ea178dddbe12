package org.rhobust.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some classes of a data set, in an order of their own, as a data set. */
final class ClassFilter implements DataSet {

  private static final Pattern NAME = Pattern.compile("(.+)\\[([^\\[\\]]*)\\]");
  private static final int MOST_NAMED = 20;

  private final DataSet whole;
  private final String name;
  private final List<Integer> classes;
  private final SoftCache<ImageSet> train;
  private final SoftCache<ImageSet> test;

  private ClassFilter(DataSet whole, String name, List<Integer> classes) {
    this.whole = whole;
    this.name = name;
    this.classes = classes;
    train = new SoftCache<>(() -> whole.train().ofClasses(classes).named(DataSet.trainName(name)));
    test = new SoftCache<>(() -> whole.test().ofClasses(classes).named(DataSet.testName(name)));
  }

  /**
   * The set that {@code find} finds by this text, or by what stands before brackets that end it,
   * then with the classes in the brackets alone. These are names or indices, with commas between; a
   * name comes before an index.
   *
   * @return empty where {@code find} finds neither
   * @throws DataException unless the classes are at least two different ones of the set
   */
  static Optional<DataSet> apply(String text, Function<String, Optional<DataSet>> find) {
    Optional<DataSet> whole = find.apply(text);
    Matcher matcher = NAME.matcher(text);
    if (whole.isPresent() || !matcher.matches()) {
      return whole;
    }
    String inside = matcher.group(2);
    return find.apply(matcher.group(1)).map(set -> of(set, inside));
  }

  private static DataSet of(DataSet whole, String inside) {
    List<Integer> classes = new ArrayList<>();
    for (String word : inside.split(",", -1)) {
      int label = label(whole, word.strip());
      if (classes.contains(label)) {
        throw new DataException(
            "%s[%s] names the class %s twice; name it once"
                .formatted(whole.name(), inside, word.strip()));
      }
      classes.add(label);
    }
    if (classes.size() < 2) {
      throw new DataException(
          "%s[%s] has one class; name at least two".formatted(whole.name(), inside));
    }
    return new ClassFilter(whole, "%s[%s]".formatted(whole.name(), inside), classes);
  }

  private static int label(DataSet whole, String word) {
    List<String> names = whole.classNames();
    return ClassNames.find(names, word)
        .orElseThrow(
            () ->
                new DataException(
                    "%s has no class \"%s\"; name some of: %s%s, or indices 0 to %d"
                        .formatted(
                            whole.name(),
                            word,
                            String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))),
                            names.size() > MOST_NAMED ? ", …" : "",
                            names.size() - 1)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return "%s: %s".formatted(whole.title(), String.join(", ", classNames()));
  }

  @Override
  public String source() {
    return whole.source();
  }

  @Override
  public String licence() {
    return whole.licence();
  }

  @Override
  public List<String> classNames() {
    return classes.stream().map(whole.classNames()::get).toList();
  }

  @Override
  public int channels() {
    return whole.channels();
  }

  @Override
  public int height() {
    return whole.height();
  }

  @Override
  public int width() {
    return whole.width();
  }

  @Override
  public Optional<Download> download() {
    return whole.download();
  }

  /** Of its files where they are here; else the classes' even share of the whole set. */
  @Override
  public int trainSize() {
    return available() ? train().size() : share(whole.trainSize());
  }

  /** As {@link #trainSize}. */
  @Override
  public int testSize() {
    return available() ? test().size() : share(whole.testSize());
  }

  @Override
  public boolean available() {
    return whole.available();
  }

  @Override
  public ImageSet train() {
    return train.get();
  }

  @Override
  public ImageSet test() {
    return test.get();
  }

  /** True of sets that have equally many images of each class, as most published ones do. */
  private int share(int size) {
    return (int) ((long) size * classes.size() / whole.classNames().size());
  }
}
