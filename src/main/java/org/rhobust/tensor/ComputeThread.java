package org.rhobust.tensor;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleConsumer;

/**
 * The one thread that computes: PyTorch's gradient collector is one per JVM. It loads the engine,
 * then takes jobs from two queues. Long jobs (training) run in the order of their submission.
 * Interactive jobs (a slider, an image) go before the next long job, and into a running one
 * wherever it calls {@link #letInteractiveJobsRun}; a newer job of the same key replaces a waiting
 * one. So jobs share models without a lock and never see half-updated weights.
 *
 * <p>Every job runs in a {@link Scope} of its own.
 */
public final class ComputeThread {

  private static final int NICE = 10;
  private static ComputeThread instance;

  private final Queue<Job<?>> longJobs = new ArrayDeque<>();
  private final Map<Object, Job<?>> interactiveJobs = new LinkedHashMap<>();
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final Thread thread;
  private boolean inInteractiveJob;

  private ComputeThread(DoubleConsumer unpackingProgress) {
    thread = new Thread(() -> run(unpackingProgress), "compute");
    thread.setDaemon(true);
  }

  /** The compute thread, started at the first call. */
  public static ComputeThread get() {
    return start(progress -> {});
  }

  /**
   * Starts the thread, and on it the loading of the engine, at the first call; later calls return
   * the same thread.
   *
   * @param unpackingProgress told the share in [0, 1] of natives unpacked, on another thread; only
   *     the first start on a machine unpacks
   */
  public static synchronized ComputeThread start(DoubleConsumer unpackingProgress) {
    ComputeThread compute = prepare(unpackingProgress);
    compute.begin();
    return compute;
  }

  /**
   * As {@link #start}, but loads nothing before {@link #begin}: jobs wait until then. A window is
   * built sooner while the engine does not load beside it.
   */
  public static synchronized ComputeThread prepare(DoubleConsumer unpackingProgress) {
    if (instance == null) {
      instance = new ComputeThread(unpackingProgress);
    }
    return instance;
  }

  /** Starts the thread of {@link #prepare}; does nothing when it has begun. */
  public synchronized void begin() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  /** Done when the engine is loaded; fails with {@link EngineException} when it cannot be. */
  public CompletableFuture<Void> loaded() {
    return loaded.copy();
  }

  /** Queues a long job behind those before it. */
  public <T> CompletableFuture<T> submit(Callable<T> work) {
    Job<T> job = new Job<>(work);
    synchronized (this) {
      longJobs.add(job);
      notifyAll();
    }
    return job.result;
  }

  /**
   * Queues an interactive job. A job with an equal key that still waits is cancelled, and this one
   * takes its place in the line.
   */
  public <T> CompletableFuture<T> submitLatest(Object key, Callable<T> work) {
    Job<T> job = new Job<>(work);
    Job<?> replaced;
    synchronized (this) {
      replaced = interactiveJobs.put(key, job);
      notifyAll();
    }
    if (replaced != null) {
      replaced.result.cancel(false);
    }
    return job.result;
  }

  /**
   * Runs a job and waits for it. On the compute thread itself it runs at once.
   *
   * @throws RuntimeException what the job threw, likewise an error; a checked exception comes as
   *     the cause of a {@link CompletionException}
   */
  public <T> T call(Callable<T> work) {
    if (Thread.currentThread() == thread) {
      Job<T> job = new Job<>(work);
      job.run();
      return join(job.result);
    }
    return join(submit(work));
  }

  /**
   * Called by a long job between two of its steps: interactive jobs that wait run now, in its
   * place. Does nothing off the compute thread or inside an interactive job.
   */
  public void letInteractiveJobsRun() {
    if (Thread.currentThread() != thread || inInteractiveJob) {
      return;
    }
    // Only those that wait now: one that submits its successor must not keep the long job out.
    for (int waiting = interactiveJobCount(); waiting > 0; waiting--) {
      Job<?> job = pollInteractive();
      if (job != null) {
        runInteractive(job);
      }
    }
  }

  /** Whether another long job waits, so that a very long one should end its slice. */
  public synchronized boolean longJobWaits() {
    return !longJobs.isEmpty();
  }

  private void run(DoubleConsumer unpackingProgress) {
    LinuxThreads.niceCallingThread(NICE);
    loadEngine(unpackingProgress);
    try {
      while (true) {
        letInteractiveJobsRun();
        Job<?> job = takeLongJobUnlessInteractiveWaits();
        if (job != null) {
          job.run();
        }
      }
    } catch (InterruptedException e) {
      // Nobody holds this thread to interrupt it but the ending JVM.
      Thread.currentThread().interrupt();
    }
  }

  private void loadEngine(DoubleConsumer unpackingProgress) {
    try {
      Torch.load(unpackingProgress);
      loaded.complete(null);
    } catch (RuntimeException e) {
      loaded.completeExceptionally(e);
    }
  }

  private synchronized Job<?> takeLongJobUnlessInteractiveWaits() throws InterruptedException {
    while (longJobs.isEmpty() && interactiveJobs.isEmpty()) {
      wait();
    }
    return interactiveJobs.isEmpty() ? longJobs.poll() : null;
  }

  private synchronized int interactiveJobCount() {
    return interactiveJobs.size();
  }

  private synchronized Job<?> pollInteractive() {
    Iterator<Job<?>> waiting = interactiveJobs.values().iterator();
    if (!waiting.hasNext()) {
      return null;
    }
    Job<?> job = waiting.next();
    waiting.remove();
    return job;
  }

  private void runInteractive(Job<?> job) {
    inInteractiveJob = true;
    try {
      job.run();
    } finally {
      inInteractiveJob = false;
    }
  }

  private static <T> T join(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      if (e.getCause() instanceof Error problem) {
        throw problem;
      }
      throw e;
    }
  }

  private final class Job<T> {

    final Callable<T> work;
    final CompletableFuture<T> result = new CompletableFuture<>();

    Job(Callable<T> work) {
      this.work = work;
    }

    void run() {
      if (result.isDone()) {
        return;
      }
      T value;
      try (Scope scope = Scope.open()) {
        loaded.getNow(null);
        value = work.call();
      } catch (CompletionException e) {
        result.completeExceptionally(e.getCause());
        return;
      } catch (Throwable e) {
        result.completeExceptionally(GpuMemory.explain(e));
        return;
      }
      result.complete(value);
    }
  }
}
