package org.rhobust.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Fetches one file; goes on with what an earlier attempt has left. */
final class Transfer {

  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_MILLIS = 200;
  private static final int BUFFER = 1 << 18;

  private final RemoteFile file;
  private final Path target;
  private final LongConsumer progress;
  private final BooleanSupplier cancelled;

  /**
   * @param target what the file is called in the end
   * @param progress hears how many bytes are here
   * @param cancelled asked several times a second
   */
  Transfer(RemoteFile file, Path target, LongConsumer progress, BooleanSupplier cancelled) {
    this.file = file;
    this.target = target;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Returns when the file is there.
   *
   * @throws CancellationException soon after {@code cancelled} says so
   * @throws DataException if it cannot be had or is not the published one
   */
  void run() {
    stopIf(cancelled);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (channel.size() > file.bytes()) {
          channel.truncate(0);
        }
        if (channel.size() < file.bytes()) {
          receive(channel);
        }
        if (!md5(channel, cancelled).equals(file.md5())) {
          channel.truncate(0);
          throw new DataException(
              "%s is not the published file: its MD5 checksum is wrong; try again, or %s"
                  .formatted(file.address(), byHand()));
        }
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileErrors.cannotWrite(target, e);
    }
  }

  /**
   * Refuses a file that is not the published one.
   *
   * @throws DataException if its checksum is another, or it cannot be read
   */
  static void verify(RemoteFile file, Path here, BooleanSupplier cancelled) {
    try (FileChannel channel = FileChannel.open(here, StandardOpenOption.READ)) {
      if (!md5(channel, cancelled).equals(file.md5())) {
        throw new DataException(
            "%s is not the published file: its MD5 checksum is wrong; delete it and download it again"
                .formatted(here));
      }
    } catch (IOException e) {
      throw FileErrors.cannotRead(here, e);
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another thread of this program has it: as if another program had.
    }
    if (lock == null) {
      throw new DataException("%s is being downloaded already; wait for it".formatted(target));
    }
    return lock;
  }

  private void receive(FileChannel channel) throws IOException {
    long offset = channel.size();
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT)
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(file.address());
    if (offset > 0) {
      request.header("Range", "bytes=%d-".formatted(offset));
    }
    FileBody body = new FileBody(channel, offset, file.bytes());
    HttpResponse<Void> answer = await(client.sendAsync(request.build(), body), body);
    if (!FileBody.accepted(answer.statusCode())) {
      if (answer.statusCode() == FileBody.NO_SUCH_RANGE) {
        channel.truncate(0);
      }
      throw failed("the server answers " + answer.statusCode(), null);
    }
    if (body.position() < file.bytes()) {
      throw failed("it ended after %d of %d bytes".formatted(body.position(), file.bytes()), null);
    }
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, FileBody body) {
    long last = body.position();
    long since = System.nanoTime();
    try {
      while (true) {
        stopIf(cancelled);
        try {
          return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.accept(body.position());
        }
        if (body.position() != last) {
          last = body.position();
          since = System.nanoTime();
        } else if (System.nanoTime() - since > STALLED_NANOS) {
          throw failed("nothing has come for a minute", null);
        }
      }
    } catch (ExecutionException e) {
      throw failed(reason(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      body.cancel();
      answer.cancel(true);
    }
  }

  private static String reason(Throwable cause) {
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return "there is no connection";
    }
    return cause instanceof IOException failure ? FileErrors.reason(failure) : cause.getMessage();
  }

  private DataException failed(String why, Throwable cause) {
    return new DataException(
        "cannot download %s: %s; try again, or %s".formatted(file.address(), why, byHand()), cause);
  }

  private String byHand() {
    return "put the file into " + target.toAbsolutePath().getParent() + " by hand";
  }

  private static String md5(FileChannel channel, BooleanSupplier cancelled) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long position = 0;
    while (channel.read(buffer, position) > 0) {
      stopIf(cancelled);
      position += buffer.position();
      digest.update(buffer.flip());
      buffer.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Ends the work that asks, where it was cancelled. */
  static void stopIf(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
