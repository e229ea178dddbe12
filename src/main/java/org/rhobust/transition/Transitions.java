package org.rhobust.transition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transition families by name. A new family is one class and one line here. */
public final class Transitions {

  private static final Map<String, Factory> FACTORIES = factories();

  private Transitions() {}

  /** Makes a transition from the two numbers a user sets; a family may ignore ε. */
  @FunctionalInterface
  public interface Factory {

    /**
     * @param rho ρ &gt; 0
     * @param epsilon ε &gt; 0
     * @throws IllegalArgumentException if a number the family uses is not finite and above 0
     */
    Transition create(double rho, double epsilon);
  }

  /** The names that {@link #create} knows, the default family first. */
  public static List<String> names() {
    return List.copyOf(FACTORIES.keySet());
  }

  /**
   * The transition of family {@code name}.
   *
   * @param rho ρ &gt; 0
   * @param epsilon ε &gt; 0; refused otherwise even where the family ignores it
   * @throws IllegalArgumentException if the name is unknown or a number is not finite and above 0
   */
  public static Transition create(String name, double rho, double epsilon) {
    Factory factory = FACTORIES.get(name);
    if (factory == null) {
      throw new IllegalArgumentException(
          "unknown transition '" + name + "': use one of " + String.join(", ", names()));
    }
    Arguments.requireEpsilon(epsilon);
    return factory.create(rho, epsilon);
  }

  private static Map<String, Factory> factories() {
    Map<String, Factory> factories = new LinkedHashMap<>();
    factories.put("power", PowerTransition::new);
    factories.put("exponential", (rho, epsilon) -> new ExponentialTransition(rho));
    factories.put("linear", LinearTransition::new);
    return Collections.unmodifiableMap(factories);
  }
}
