package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "nice values of threads and libgomp are Linux's")
class LinuxThreadsTest {

  /** The nice value is field 19 of proc(5)'s stat; the state, field 3, follows the name. */
  private static final int NICE_AFTER_NAME = 19 - 3;

  @Test
  void openMpThreadsSleepWhileTheyWait() {
    ComputeThread.get().loaded().join();
    String users = System.getenv("OMP_WAIT_POLICY");

    String now =
        NativeLibrary.getInstance("c")
            .getFunction("getenv")
            .invokeString(new Object[] {"OMP_WAIT_POLICY"}, false);

    assertThat(now).isEqualTo(users == null ? "PASSIVE" : users);
  }

  @Test
  void theComputeThreadIsNicerThanTheWindow() throws IOException {
    ComputeThread.get().loaded().join();

    // Its OpenMP helpers have its name and its nice value.
    assertThat(niceValues("(compute)")).isNotEmpty().containsOnly(10);
    assertThat(niceValues("(java)")).contains(0);
  }

  private static List<Integer> niceValues(String threadName) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      return tasks
          .map(task -> read(task.resolve("stat")))
          .filter(stat -> stat.contains(" " + threadName + " "))
          .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE_AFTER_NAME])
          .map(Integer::valueOf)
          .toList();
    }
  }

  /** Empty where the thread has ended meanwhile. */
  private static String read(Path stat) {
    try {
      return Files.readString(stat);
    } catch (IOException e) {
      return "";
    }
  }
}
