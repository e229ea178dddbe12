package org.rhobust.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one file on the loopback address, as well or as badly as a test wants. */
final class FileServer implements AutoCloseable {

  private static final int SILENT = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> ranges = new ArrayList<>();
  private final byte[] content;
  private boolean knowsRanges = true;
  private boolean saysLength = true;
  private int status = 200;
  private int cutAfter = Integer.MAX_VALUE;

  FileServer(byte[] content) {
    this.content = content;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The file as published, with its true size and checksum. */
  RemoteFile file() {
    return new RemoteFile(address(), content.length, md5(content));
  }

  URI address() {
    return URI.create(
        "http://%s:%d/files/data.bin"
            .formatted(server.getAddress().getHostString(), server.getAddress().getPort()));
  }

  /** The ranges asked for so far, "" where none was. */
  synchronized List<String> ranges() {
    return List.copyOf(ranges);
  }

  FileServer withoutRanges() {
    knowsRanges = false;
    return this;
  }

  FileServer withoutLength() {
    saysLength = false;
    return this;
  }

  FileServer answering(int otherStatus) {
    status = otherStatus;
    return this;
  }

  /** Drops the connection after this many bytes. */
  FileServer cutAfter(int bytes) {
    cutAfter = bytes;
    return this;
  }

  /** Answers, and then sends nothing. */
  FileServer silent() {
    cutAfter = SILENT;
    return this;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    synchronized (this) {
      ranges.add(range == null ? "" : range);
    }
    int start = 0;
    int code = status;
    if (range != null && knowsRanges && status == 200) {
      start = Integer.parseInt(range.replaceAll("\\D", ""));
      code = 206;
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
    }
    byte[] body = Arrays.copyOfRange(content, start, content.length);
    exchange.sendResponseHeaders(code, saysLength ? body.length : 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (cutAfter == SILENT) {
        out.flush();
        closing.await();
      }
      out.write(body, 0, Math.min(body.length, cutAfter));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
