package org.rhobust.run;

/** The version of this program. */
public final class Version {

  private Version() {}

  /** Such as {@code 0.1.0}; {@code development} when not run from a jar. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
