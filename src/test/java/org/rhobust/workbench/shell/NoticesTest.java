package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.rhobust.workbench.controls.Latest;

class NoticesTest {

  private final Notices notices = new Notices();

  @Test
  void showsOneLineOfTheCauseAndKeepsTheRestForAReport() {
    notices.warn(new CompletionException(new IllegalStateException("x is bad; do y\nmore")));

    Notices.Notice notice = notices.latest().get();
    assertThat(notice.line()).isEqualTo("x is bad; do y");
    assertThat(notice.error()).isTrue();
    assertThat(notice.details()).contains("IllegalStateException", "NoticesTest");
  }

  @Test
  void theDetailsOfAFailureThatIsToldInOneLineCanBeCopied() {
    new Latest<String>(Runnable::run)
        .ask(
            () -> CompletableFuture.failedFuture(new IllegalStateException("x is worse; do z")),
            answer -> {},
            notices::warn);

    assertThat(notices.latest().get().line()).isEqualTo("x is worse; do z");
    assertThat(notices.latest().get().details()).contains("IllegalStateException", "NoticesTest");

    notices.warn("only a line");
    assertThat(notices.latest().get().details()).isEqualTo("only a line");
  }

  @Test
  void aReplacedQuestionIsNoError() {
    notices.warn(new CompletionException(new CancellationException()));

    assertThat(notices.latest().get()).isEqualTo(Notices.Notice.NONE);
  }

  @Test
  void anErrorWithoutWordsIsNamed() {
    notices.warn(new NullPointerException());

    assertThat(notices.latest().get().line()).startsWith("NullPointerException");
  }

  @Test
  void anErrorThatIsCoveredComesBack() {
    notices.warn("first");
    notices.warn("second");
    notices.tell("done");
    assertThat(notices.latest().get().line()).isEqualTo("done");
    assertThat(notices.earlier()).isEqualTo(2);

    notices.dismiss();
    assertThat(notices.latest().get().line()).isEqualTo("second");
    notices.dismiss();
    assertThat(notices.latest().get().line()).isEqualTo("first");
    notices.dismiss();
    assertThat(notices.latest().get()).isEqualTo(Notices.Notice.NONE);
  }

  @Test
  void theSameErrorAgainIsOne() {
    notices.warn("first");
    notices.warn("first");

    assertThat(notices.earlier()).isZero();
  }
}
