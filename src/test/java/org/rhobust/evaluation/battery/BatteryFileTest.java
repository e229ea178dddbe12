package org.rhobust.evaluation.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.attack.PgdAttack;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.DataException;
import org.rhobust.threat.ThreatModel;

class BatteryFileTest {

  private static final ThreatModel MODEL = new ThreatModel("linf", 0.3);

  static List<String> shipped() {
    return Batteries.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void what_comes_along_can_be_read(String name) {
    AttackBattery battery = Batteries.open(name, MODEL);

    assertThat(battery.name()).isEqualTo(name);
    assertThat(battery.attacks()).isNotEmpty();
    assertThat(battery.securityCurve()).isNotEmpty();
    assertThat(battery.stepsCurve()).isNotEmpty();
    assertThat(battery.attacks())
        .as("every evaluation includes confidence PGD from a zero start")
        .anyMatch(
            entry ->
                entry.attack() instanceof PgdAttack pgd
                    && pgd.settings().objective().equals("confidence")
                    && pgd.settings().initialisation().equals("zero"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quick", "strong"})
  void what_takes_the_models_norm_serves_models_of_l2_too(String name) {
    AttackBattery battery = Batteries.open(name, new ThreatModel("l2", 3));

    assertThat(battery.attacks())
        .allMatch(entry -> entry.attack().threatModel().orElseThrow().norm().equals("l2"));
  }

  @Test
  void norm_and_epsilon_are_the_models_where_they_are_left_out() {
    assertThat(only("attack = 'pgd'").epsilon()).isEqualTo(0.3);
    assertThat(only("attack = 'pgd'\nrelative-epsilon = 2").epsilon()).isEqualTo(0.6);
    assertThat(only("attack = 'pgd'\nnorm = 'l2'\nepsilon = 3").norm()).isEqualTo("l2");
  }

  @Test
  void a_step_size_may_be_in_units_of_epsilon() {
    assertThat(only("attack = 'pgd'\nrelative-step-size = 0.5").stepSize())
        .isEqualTo(0.15, offset(1e-15));
    assertThat(only("attack = 'pgd'\nstep-size = 0.5").stepSize()).isEqualTo(0.5);
  }

  @Test
  void lists_stand_for_one_attack_each() {
    AttackBattery battery =
        parse("[[attack]]\nattack = 'pgd'\nsteps = [10, 20]\nstep-size = [0.1, 0.2, 0.3]");

    assertThat(battery.attacks())
        .extracting(entry -> settings(entry).steps() + " " + settings(entry).stepSize())
        .containsExactlyInAnyOrder("10 0.1", "10 0.2", "10 0.3", "20 0.1", "20 0.2", "20 0.3");
  }

  @Test
  void the_settings_of_an_entry_repeat_it_without_defaults() {
    BatteryEntry entry = parse("[[attack]]\nattack = 'pgd'\nrestarts = 3").attacks().get(0);

    BatteryEntry again = BatteryEntry.of(entry.settings());

    assertThat(again).isEqualTo(entry);
    assertThat(entry.restarts()).isEqualTo(3);
    assertThat(entry.settings()).containsKeys("norm", "epsilon", "steps", "momentum");
  }

  @Test
  void curves_are_in_the_order_of_their_budget() {
    AttackBattery battery =
        parse(
            """
            [[attack]]
            attack = 'pgd'
            [security-curve]
            attack = 'pgd'
            relative-epsilon = [2, 0, 1]
            images = 7
            [steps-curve]
            attack = 'pgd'
            steps = [40, 10]
            images = 5
            """);

    assertThat(battery.securityCurve())
        .extracting(entry -> settings(entry).epsilon())
        .containsExactly(0.0, 0.3, 0.6);
    assertThat(battery.stepsCurve())
        .extracting(entry -> settings(entry).steps())
        .containsExactly(10, 40);
    assertThat(battery.curveImages()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attack = 'pdg'                    | my.toml, line 2, attack 'pdg' is unknown; use one of
          attack = 'pgd'~norm = 'l7'        | my.toml, line 3, norm
          attack = 'pgd'~epsilon = -0.3     | my.toml, line 3, epsilon is -0.3; it must be 0 or more
          attack = 'pgd'~epsilon = 'much'   | my.toml, line 3, epsilon is much; it must be a number
          attack = 'pgd'~steps = 0          | my.toml, line 3, steps is 0
          attack = 'pgd'~~stepsize = 0.1    | my.toml, line 4, stepsize is unknown here; use one of
          attack = 'pgd'~restarts = 1.5     | my.toml, line 3, restarts is 1.5
          attack = 'pgd'~norm = 'l2'        | my.toml, line 1, epsilon is missing
          steps = 3                         | my.toml, line 1, attack is missing
          attack = 'pgd'~steps = []         | my.toml, line 3, steps makes 0 attacks
          """)
  void a_wrong_key_or_value_is_named_with_its_line(String lines, String message) {
    assertThatThrownBy(() -> parse("[[attack]]\n" + lines.replace('~', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message.strip())
        .hasMessageNotContaining("\n");
  }

  @Test
  void what_is_no_battery_is_refused() {
    assertThatThrownBy(() -> parse("title = 3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("my.toml, line 1, title is unknown");
    assertThatThrownBy(() -> parse("description = 'none'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[[attack]]");
    assertThatThrownBy(() -> parse("[[attack]]\nattack = "))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("my.toml, line 2");
  }

  @Test
  void an_unknown_name_is_told_the_known_ones() {
    assertThatThrownBy(() -> Batteries.open("weak", MODEL))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("quick, mnist, strong");
  }

  @Test
  void without_a_known_threat_model_the_file_must_say_it() {
    assertThatThrownBy(() -> BatteryFile.parse("my.toml", "[[attack]]\nattack = 'pgd'", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("norm is missing");
  }

  private static PgdSettings only(String lines) {
    return settings(parse("[[attack]]\n" + lines).attacks().get(0));
  }

  private static PgdSettings settings(BatteryEntry entry) {
    return ((PgdAttack) entry.attack()).settings();
  }

  private static AttackBattery parse(String text) {
    return BatteryFile.parse("my.toml", text, MODEL);
  }
}
