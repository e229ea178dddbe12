package org.rhobust.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import us.hebi.matlab.mat.types.AbstractSource;
import us.hebi.matlab.mat.types.Source;

/**
 * The bytes of a MATLAB file for the library that decodes them. The library allocates by the sizes
 * that stand before the elements: a size beyond what the file can hold is refused here.
 */
final class MatSource extends AbstractSource {

  private static final int BUFFER = 1 << 16;

  /** The most that deflate can make of a byte. */
  private static final long MOST_INFLATION = 1032;

  /** In a short element the size stands in the upper two bytes, and is at most this. */
  private static final int MOST_SHORT = 4;

  private final String file;
  private final InputStream stream;
  private final long length;
  private long position;

  /**
   * @param file for messages
   * @param length the most bytes that {@code stream} can hold
   */
  MatSource(String file, InputStream stream, long length) {
    super(BUFFER);
    this.file = file;
    this.stream = stream;
    this.length = length;
  }

  @Override
  public long getPosition() {
    return position;
  }

  /**
   * Only types and sizes are read so.
   *
   * @throws DataException if memory cannot hold what is there
   */
  @Override
  public int readInt() throws IOException {
    int value = super.readInt();
    boolean mayBeShort = value >= 0 && value >>> 16 <= MOST_SHORT;
    if (!mayBeShort && (value < 0 || value > length - position)) {
      throw new IOException("an element is larger than the file can hold");
    }
    if (!mayBeShort) {
      MemoryLimit.check(file, value);
    }
    return value;
  }

  @Override
  public void readBytes(byte[] buffer, int offset, int count) throws IOException {
    int read = stream.readNBytes(buffer, offset, count);
    position += read;
    if (read < count) {
      throw new EOFException("it is cut");
    }
  }

  @Override
  protected InputStream readBytesAsStream(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int most) throws IOException {
        if (left == 0) {
          return -1;
        }
        int read = stream.read(buffer, offset, (int) Math.min(most, left));
        if (read > 0) {
          left -= read;
          position += read;
        }
        return read;
      }
    };
  }

  /** {@code bufferSize} is of no use: the stream is buffered here. */
  @Override
  public Source readInflated(int count, int bufferSize) {
    InputStream deflated = new BufferedInputStream(readBytesAsStream(count), BUFFER);
    return new MatSource(file, new InflaterInputStream(deflated), MOST_INFLATION * count)
        .order(order());
  }

  @Override
  public boolean isMutatedByChildren() {
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
