package org.rhobust.data;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small data set whose public home is this process: 6 training and 3 test images, 3 classes. */
public final class ServedSet implements AutoCloseable {

  private static final List<String> CLASSES = List.of("ant", "bee", "cow");

  private final HttpServer server;
  private final Map<String, byte[]> files = new TreeMap<>();

  public ServedSet() {
    files.put("train-images-idx3-ubyte", IdxFixture.images(6, 8, 8));
    files.put("train-labels-idx1-ubyte", IdxFixture.labels(0, 1, 2, 1, 1, 0));
    files.put("t10k-images-idx3-ubyte", IdxFixture.images(3, 8, 8));
    files.put("t10k-labels-idx1-ubyte", IdxFixture.labels(0, 1, 2));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          byte[] body = files.get(exchange.getRequestURI().getPath().substring(1));
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** The set, to be fetched into {@code folder}. */
  public DataSet in(String name, Path folder) {
    return new PublishedSet(
        new PublishedSet.Facts(
            name, name + " of small animals", "made here", "free", CLASSES, 1, 8, 8, 6, 3),
        Download.ofFiles(folder, files.keySet().stream().map(this::file).toList()),
        () -> IdxFolder.read(folder, "train", name + " train", CLASSES),
        () -> IdxFolder.read(folder, "t10k", name + " test", CLASSES));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private RemoteFile file(String name) {
    URI address =
        URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name));
    return new RemoteFile(address, files.get(name).length, md5(files.get(name)));
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
