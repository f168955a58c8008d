package fr.jalon.portal.worker;

import fr.jalon.cli.WorkerReply;
import fr.jalon.cli.WorkerRequest;
import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Onto;
import fr.jalon.engine.Progress;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import fr.jalon.portal.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The engine's verbs, run in warm child processes.
 *
 * <p>A call waits for a free worker, then for its answer: make it from a thread that may wait.
 * Nothing a file does makes a call throw: a worker that died, was too slow, took too much memory or
 * disk is replaced, and the answer is an inspection with the refusal {@code worker-died}, {@code
 * too-slow}, {@code too-large}, {@code too-much-disk}, or {@code worker-failed} when Jalon itself
 * is at fault. What the machine does is a {@link MachineTrouble}, and says nothing of the file.
 */
@Service
public class Workers implements DisposableBean {
  /** A worker is replaced now and then, so that what a library leaks never adds up. */
  private static final int JOBS_OF_A_WORKER = 200;

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  private final WorkerSettings settings;
  private final WorkerCommand command;
  private final Storage storage;
  private final Semaphore free;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> alive = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "worker-watch"));
  private final ExecutorService replacing =
      Executors.newSingleThreadExecutor(work -> daemon(work, "worker-start"));
  private volatile boolean closed;

  @Autowired
  Workers(WorkerSettings settings, Storage storage) {
    this(settings, storage, WorkerCommand.of(settings));
  }

  Workers(WorkerSettings settings, Storage storage, WorkerCommand command) {
    this.settings = settings;
    this.command = command;
    this.storage = storage;
    this.free = new Semaphore(settings.count(), true);
  }

  /**
   * Reads a file whole.
   *
   * @param name as its owner gave it; only a label
   */
  public Inspection inspect(Path file, String name, InspectOptions options, Progress progress)
      throws IOException {
    Path work = storage.newFolder();
    try {
      long size = Files.size(file);
      var request = request(WorkerRequest.Verb.INSPECT, file, name, size, work, options, List.of());
      Answer answer = ask(request, progress);
      return answer.reply() == null || answer.reply().inspection() == null
          ? refused(request, answer.refusal())
          : answer.reply().inspection();
    } finally {
      storage.removeFolder(work);
    }
  }

  /**
   * Reads a file whole and writes every row, with what was found in it, into a folder: {@link
   * fr.jalon.engine.export.SeenRows#FILE}, there when the inspection has no refusal.
   *
   * @param out an existing empty folder; temporary files go there too, and its owner removes it
   */
  public Inspection inspect(
      Path file, String name, InspectOptions options, Path out, Progress progress)
      throws IOException {
    long size = Files.size(file);
    var request =
        request(WorkerRequest.Verb.INSPECT_ROWS, file, name, size, out, options, List.of());
    Answer answer = ask(request, progress);
    return answer.reply() == null || answer.reply().inspection() == null
        ? refused(request, answer.refusal())
        : answer.reply().inspection();
  }

  /**
   * Applies the accepted steps and writes the repaired table in every format into a folder.
   *
   * @param out an existing empty folder; temporary files go there too, and its owner removes it
   * @return without files, and with a refused inspection, when it could not be done
   */
  public Export repair(
      Path file,
      String name,
      InspectOptions options,
      List<Proposal> accepted,
      Path out,
      Progress progress)
      throws IOException {
    return repair(file, name, options, accepted, null, out, progress);
  }

  /**
   * The same onto rows that are published, of which all is looked at and written again.
   *
   * @param onto null to write the file alone
   */
  public Export repair(
      Path file,
      String name,
      InspectOptions options,
      List<Proposal> accepted,
      @Nullable Onto onto,
      Path out,
      Progress progress)
      throws IOException {
    long size = Files.size(file);
    var request =
        request(WorkerRequest.Verb.REPAIR, file, name, size, out, options, accepted).withOnto(onto);
    Answer answer = ask(request, progress);
    return answer.reply() == null || answer.reply().export() == null
        ? Export.refused(refused(request, answer.refusal()))
        : answer.reply().export();
  }

  /** How many files are read at a time. */
  public int count() {
    return settings.count();
  }

  /** Starts the workers once the portal answers, so that nobody waits for them to start. */
  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    for (int i = 0; i < settings.count(); i++) {
      replace();
    }
  }

  @Override
  public void destroy() {
    closed = true;
    replacing.shutdownNow();
    watch.shutdownNow();
    alive.forEach(WorkerProcess::kill);
  }

  /** What a worker said, or why it said nothing. */
  private record Answer(@Nullable WorkerReply reply, String refusal) {}

  private Answer ask(WorkerRequest request, Progress progress) throws IOException {
    free.acquireUninterruptibly();
    try {
      WorkerProcess worker = take();
      try {
        WorkerReply reply = worker.ask(request, deadline(request), mostDisk(request), progress);
        boolean lacksRoom = worker.lacksRoom();
        giveBack(worker);
        if (reply.kind() == WorkerReply.Kind.FAILED) {
          if (lacksRoom) {
            throw new MachineTrouble(
                MachineTrouble.Reason.NO_ROOM, String.valueOf(reply.message()));
          }
          log.error("Worker failed to {} {}: {}", request.verb(), request.path(), reply.message());
          return new Answer(null, "worker-failed");
        }
        return new Answer(reply, "worker-failed");
      } catch (WorkerLost lost) {
        log.warn("Lost a worker to {} ({})", request.path(), lost.getMessage());
        forget(worker);
        replace();
        MachineTrouble.Reason machine = lost.reason().machine();
        if (machine != null) {
          throw new MachineTrouble(machine, String.valueOf(lost.getMessage()));
        }
        return new Answer(null, lost.reason().code());
      } catch (RuntimeException | Error progressFailed) {
        // It is still at work and nobody would listen to it, nor watch its time, ever again.
        worker.kill();
        forget(worker);
        replace();
        throw progressFailed;
      }
    } finally {
      free.release();
    }
  }

  private WorkerProcess take() throws IOException {
    while (true) {
      WorkerProcess worker;
      synchronized (idle) {
        worker = idle.pollFirst();
      }
      if (worker == null) {
        return start();
      }
      if (worker.isAlive()) {
        return worker;
      }
      forget(worker);
    }
  }

  private void giveBack(WorkerProcess worker) {
    if (closed || worker.jobs() >= JOBS_OF_A_WORKER) {
      worker.kill();
      forget(worker);
      replace();
      return;
    }
    synchronized (idle) {
      idle.addFirst(worker);
    }
  }

  /** Starts a worker and waits until it answers: its start is no part of a file's time. */
  private WorkerProcess start() throws IOException {
    WorkerProcess worker;
    try {
      worker = WorkerProcess.start(command, storage.newFolder(), watch);
    } catch (IOException failed) {
      throw new MachineTrouble(
          MachineTrouble.Reason.NO_WORKER, String.valueOf(failed.getMessage()));
    }
    alive.add(worker);
    prepare(worker, WorkerRequest.Verb.PING);
    return worker;
  }

  /** Asks a new worker for something that is nobody's file; one that cannot is of no use. */
  private void prepare(WorkerProcess worker, WorkerRequest.Verb verb) throws IOException {
    Path folder = worker.folder();
    try {
      worker.ask(
          request(verb, folder, "", 0, folder, InspectOptions.NONE, List.of()),
          LONGEST_START,
          DiskUse.most(0),
          Progress.NONE);
    } catch (WorkerLost lost) {
      forget(worker);
      throw new MachineTrouble(
          MachineTrouble.Reason.NO_WORKER, "does not start (" + verb + "): " + lost.getMessage());
    }
  }

  private void replace() {
    if (!closed) {
      replacing.execute(this::addWarm);
    }
  }

  private void addWarm() {
    try {
      // Under a permit, or two threads would each start one for the same place.
      free.acquire();
      try {
        synchronized (idle) {
          idle.removeIf(worker -> !worker.isAlive());
          if (alive.size() >= settings.count() || closed) {
            return;
          }
        }
        WorkerProcess worker = start();
        if (settings.warm()) {
          prepare(worker, WorkerRequest.Verb.WARM);
        }
        synchronized (idle) {
          idle.addLast(worker);
        }
      } finally {
        free.release();
      }
    } catch (IOException failed) {
      if (!closed) {
        log.error("Cannot start a worker; one will be tried again with the next file", failed);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget(WorkerProcess worker) {
    alive.remove(worker);
    try {
      storage.removeFolder(worker.folder());
    } catch (IOException left) {
      log.warn("Cannot remove {}; the next start will", worker.folder(), left);
    }
  }

  private static WorkerRequest request(
      WorkerRequest.Verb verb,
      Path file,
      String name,
      long size,
      Path work,
      InspectOptions options,
      List<Proposal> accepted) {
    return new WorkerRequest(
        verb,
        file.toAbsolutePath().toString(),
        name,
        size,
        work.toAbsolutePath().toString(),
        options,
        accepted);
  }

  /** What is published is read again too, and takes its time. */
  private Duration deadline(WorkerRequest request) {
    return settings.deadlineFor(accepted(request));
  }

  private static long mostDisk(WorkerRequest request) {
    return DiskUse.most(accepted(request));
  }

  private static long accepted(WorkerRequest request) {
    Onto onto = request.onto();
    return request.size() + (onto == null ? 0 : onto.published().toFile().length());
  }

  private Inspection refused(WorkerRequest request, String code) {
    Refusal refusal =
        switch (code) {
          case "too-slow" ->
              new Refusal(code, Map.of("seconds", Long.toString(deadline(request).toSeconds())));
          case "too-much-disk" ->
              new Refusal(code, Map.of("megabytes", Long.toString(mostDisk(request) / 1_000_000)));
          default -> Refusal.of(code);
        };
    return Inspection.refused(request.name(), request.size(), "", refusal);
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
