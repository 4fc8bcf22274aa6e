// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import com.hazelcast.jet.core.AbstractProcessor;
import com.hazelcast.jet.core.Watermark;
import org.jspecify.annotations.Nullable;

/** A {@link Stage} as a Jet processor. */
final class StageProcessor extends AbstractProcessor {

  private final PipelineContext pipeline;
  private @Nullable Stage stage;
  private boolean replayed;

  StageProcessor(PipelineContext pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  protected void init(Context context) {
    stage = new Stage(context.globalProcessorIndex(), pipeline.stages());
  }

  private Stage stage() {
    if (stage == null) {
      throw new IllegalStateException("not initialised");
    }
    return stage;
  }

  /** Jet calls this on every round, also when there is nothing to process. */
  @Override
  public boolean tryProcess() {
    stage().tick(pipeline.clock().millis());
    return true;
  }

  @Override
  protected boolean tryProcess(int ordinal, Object item) {
    return stage().take((Queued) item);
  }

  @Override
  public boolean tryProcessWatermark(Watermark mark) {
    long now = pipeline.clock().millis();
    if (!replayed) {
      replayed = true;
      if (pipeline.lastSeen() == PipelineContext.STILL_CONNECTED) {
        stage().resumed(now);
      } else {
        stage().replayed(pipeline.lastSeen(), mark.timestamp(), now);
      }
    }
    return stage().mark(mark.timestamp(), now);
  }

  @Override
  public void close() {
    if (stage != null) {
      stage.close(pipeline.clock().millis());
    }
  }
}
