package org.rhobust.workbench.data;

import java.io.File;
import org.rhobust.data.DataSet;
import org.rhobust.workbench.controls.Format;

/** Data sets in words. */
final class DataTexts {

  private static final double MEGA = 1e6;

  private DataTexts() {}

  /** Its size and classes, and the shape of its images, in two lines. */
  static String facts(DataSet set) {
    return "%s images · %s classes\n%s"
        .formatted(
            Format.count(set.trainSize() + (long) set.testSize()),
            Format.count(set.classNames().size()),
            shape(set));
  }

  /** How many images for what, their shape and classes. */
  static String details(DataSet set) {
    return "%s training and %s test images, %s, in %s classes"
        .formatted(
            Format.count(set.trainSize()),
            Format.count(set.testSize()),
            shape(set),
            Format.count(set.classNames().size()));
  }

  /** Width, height and colours, such as "32×32 colour". */
  static String shape(DataSet set) {
    String colours =
        switch (set.channels()) {
          case 1 -> "grey";
          case 3 -> "colour";
          default -> "in " + set.channels() + " channels";
        };
    return "%d×%d %s".formatted(set.width(), set.height(), colours);
  }

  /** A size of files such as "170 MB". */
  static String size(long bytes) {
    return Format.count(Math.max(1, Math.round(bytes / MEGA))) + " MB";
  }

  /** Where a set is, in two words at most. */
  static String place(SetEntry entry) {
    return switch (entry.place()) {
      case HERE -> entry.isOwn() ? "yours" : "here";
      case AWAY -> entry.set().download().map(one -> size(one.bytes())).orElse("away");
      case UNREAD -> entry.isOwn() ? "yours" : "";
    };
  }

  /** What is here of a download, such as "12 of 170 MB". */
  static String arrived(double share, long bytes) {
    return "%s of %s".formatted(Format.count(Math.round(share * bytes / MEGA)), size(bytes));
  }

  /** What the list calls a set: of the user's own, which are named by their path, the last part. */
  static String shortName(SetEntry entry) {
    if (!entry.isOwn()) {
      return entry.name();
    }
    String last = new File(entry.name()).getName();
    return last.isEmpty() ? entry.name() : last;
  }
}
