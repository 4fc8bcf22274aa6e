// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.live;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser's stream: polls what it watches and writes what changed. */
final class LiveStream {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

  /** Polls between two signs of life, so that proxies do not close a quiet stream. */
  private static final int POLLS_PER_HEARTBEAT = 150;

  private final SseEmitter emitter = new SseEmitter(0L);
  private final List<LiveFeed.Watch> watches;
  private volatile boolean open = true;
  private int polls;

  LiveStream(List<LiveFeed.Watch> watches) {
    this.watches = watches;
    emitter.onCompletion(() -> open = false);
    emitter.onError(failure -> open = false);
    emitter.onTimeout(() -> open = false);
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** Writes what changed; false when the browser is gone. */
  boolean poll() {
    if (!open) {
      return false;
    }
    try {
      watches.forEach(watch -> watch.poll(this::send));
      if (polls++ % POLLS_PER_HEARTBEAT == 0) {
        emitter.send(SseEmitter.event().comment("alive"));
      }
    } catch (IOException | Gone gone) {
      open = false;
    } catch (RuntimeException bug) {
      LOG.error("A live stream failed; its browser connects again", bug);
      emitter.completeWithError(bug);
      open = false;
    }
    return open;
  }

  void close() {
    open = false;
    emitter.complete();
  }

  private void send(String event, Object data) {
    try {
      emitter.send(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
    } catch (IOException | IllegalStateException gone) {
      throw new Gone(gone);
    }
  }

  /** The browser closed the stream; nothing is wrong. */
  private static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Gone(Exception cause) {
      super(cause);
    }
  }
}
