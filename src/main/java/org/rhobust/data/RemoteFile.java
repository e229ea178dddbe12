package org.rhobust.data;

import java.net.URI;

/**
 * A file at its public home.
 *
 * @param address where it is, {@code http} or {@code https}
 * @param bytes its exact size
 * @param md5 its published checksum, 32 hexadecimal digits in lower case
 */
public record RemoteFile(URI address, long bytes, String md5) {

  /** What it is called there and here: the end of the address. */
  public String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
