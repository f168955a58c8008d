package fr.jalon.portal.inspection;

import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.worker.MachineTrouble;
import fr.jalon.portal.worker.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Has files read for whoever asks, so many at a time. */
@Component
class Readers {
  private static final long LONGEST_WAIT_SECONDS = 30;

  private final Workers workers;
  private final Semaphore places;

  Readers(Workers workers) {
    this.workers = workers;
    // One worker is left to the people at work on their deposits, where there are several.
    this.places = new Semaphore(Math.max(1, workers.count() - 1), true);
  }

  /**
   * @param name as its owner gave it; only a label
   * @throws Rejected when nobody is free to read it, or the machine could not
   */
  Inspection read(Path file, String name, InspectOptions options) throws IOException {
    try {
      if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new Rejected(InspectionProblem.BUSY);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Rejected(InspectionProblem.BUSY);
    }
    try {
      return workers.inspect(file, name, options, Progress.NONE);
    } catch (MachineTrouble trouble) {
      throw new Rejected(InspectionProblem.MACHINE);
    } finally {
      places.release();
    }
  }
}
