package org.rhobust.data;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes the body of an answer to a file, from where the answer says, and not too much of it. */
final class FileBody implements BodyHandler<Void>, BodySubscriber<Void> {

  /** Says that the part asked for is not in the file, so that asking again is in vain. */
  static final int NO_SUCH_RANGE = 416;

  private static final int WHOLE = 200;
  private static final int PARTIAL = 206;

  private final FileChannel channel;
  private final long offset;
  private final long limit;
  private final CompletableFuture<Void> result = new CompletableFuture<>();
  private volatile Subscription subscription;
  private volatile long position;

  /**
   * @param offset where the part begins that was asked for
   * @param limit the most bytes that the file may get
   */
  FileBody(FileChannel channel, long offset, long limit) {
    this.channel = channel;
    this.offset = offset;
    this.limit = limit;
    position = offset;
  }

  /** Whether a body with this status is content. */
  static boolean accepted(int status) {
    return status == WHOLE || status == PARTIAL;
  }

  /** How many bytes the file has. */
  long position() {
    return position;
  }

  /** Ends the connection where it is still there. */
  void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public BodySubscriber<Void> apply(ResponseInfo answer) {
    if (!accepted(answer.statusCode())) {
      return BodySubscribers.discarding();
    }
    String range = answer.headers().firstValue("Content-Range").orElse("");
    boolean goesOn =
        answer.statusCode() == PARTIAL && range.startsWith("bytes %d-".formatted(offset));
    try {
      if (!goesOn) {
        if (answer.statusCode() == PARTIAL) {
          throw new IOException("the server sends another part than asked for");
        }
        channel.truncate(0);
        position = 0;
      }
    } catch (IOException e) {
      result.completeExceptionally(e);
    }
    return this;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (result.isDone()) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        if (position + buffer.remaining() > limit) {
          channel.truncate(0);
          throw new IOException("it is longer than the published %d bytes".formatted(limit));
        }
        while (buffer.hasRemaining()) {
          position += channel.write(buffer, position);
        }
      }
      subscription.request(1);
    } catch (IOException e) {
      subscription.cancel();
      result.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    result.complete(null);
  }
}
