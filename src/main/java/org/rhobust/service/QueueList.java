package org.rhobust.service;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rhobust.run.RunFolders;
import org.rhobust.service.QueuedRun.State;
import org.rhobust.training.TrainingSettings;

/** The runs of a queue in their order, each with an id and a folder of its own. */
final class QueueList {

  private final List<QueuedRun> runs = new ArrayList<>();
  private long nextId;

  List<QueuedRun> all() {
    return runs;
  }

  Optional<QueuedRun> first(State state) {
    return runs.stream().filter(run -> run.state() == state).findFirst();
  }

  /** Adds a training at the end; its id. */
  long add(TrainingSettings settings, Path folder, String device) {
    TrainingRequest request = request(settings, folder, device);
    long id = nextId++;
    runs.add(new QueuedRun(id, request, State.WAITING, "", Double.NaN, 0));
    return id;
  }

  /** Puts the runs of an earlier session before all others. */
  void putFirst(List<QueuedRun> earlier) {
    List<QueuedRun> named = new ArrayList<>();
    for (QueuedRun run : earlier) {
      named.add(
          new QueuedRun(
              nextId++, run.request(), run.state(), run.message(), Double.NaN, run.progress()));
    }
    runs.addAll(0, named);
  }

  /** Moves a waiting run, but not beyond the one that is trained. */
  void move(long id, int by) {
    int from = runs.stream().map(QueuedRun::id).toList().indexOf(id);
    int to = from + by;
    if (from >= 0
        && to >= 0
        && to < runs.size()
        && runs.get(from).state() == State.WAITING
        && runs.get(to).state() != State.RUNNING) {
      runs.add(to, runs.remove(from));
    }
  }

  void replace(long id, UnaryOperator<QueuedRun> change) {
    runs.replaceAll(run -> run.id() == id ? change.apply(run) : run);
  }

  private TrainingRequest request(TrainingSettings settings, Path folder, String device) {
    String name = RunFolders.name(LocalDateTime.now(), settings);
    Set<Path> taken = runs.stream().map(run -> run.request().folder()).collect(Collectors.toSet());
    Path free = folder.resolve(name);
    for (int i = 2; taken.contains(free); i++) {
      free = folder.resolve(name + "-" + i);
    }
    return new TrainingRequest(
        settings, free, device, 0, RunFolders.command(settings, device, free));
  }
}
