package fr.jalon.portal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.portal.storage.TestStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class WorkersTest {
  private static final WorkerSettings SETTINGS =
      new WorkerSettings(
          2, DataSize.ofMegabytes(64), Duration.ofSeconds(10), Duration.ofSeconds(1), false, "");

  /** For what lasts until it is stopped; a whole start of Java fits in the other. */
  private static final WorkerSettings BRIEF =
      new WorkerSettings(
          1, DataSize.ofMegabytes(64), Duration.ofSeconds(4), Duration.ofSeconds(1), false, "");

  @TempDir Path folder;
  private Path file;
  private Workers workers;

  @BeforeEach
  void start() throws IOException {
    file = Files.writeString(folder.resolve("file"), "a;b");
    workers =
        new Workers(
            SETTINGS,
            TestStorage.in(folder.resolve("data")),
            WorkerCommand.of(SETTINGS, MisbehavingWorker.class.getName()));
  }

  @AfterEach
  void stop() {
    workers.destroy();
  }

  @ParameterizedTest
  @CsvSource({
    "die,worker-died",
    "eat,too-large",
    "fill,too-much-disk",
    "babble,worker-died",
    "fail,worker-failed"
  })
  void refusesTheFileThatHarmsItsWorkerAndReadsTheNext(String harm, String code)
      throws IOException {
    assertThat(refusalOf(inspect(harm))).isEqualTo(code);
    assertThat(inspect("good").refusal()).isNull();
  }

  @Test
  void stopsWhatIsStillAtWorkAtTheEndOfItsTime() throws IOException {
    Workers brief = brief();
    try {
      assertThat(refusalOf(brief.inspect(file, "spin", InspectOptions.NONE, Progress.NONE)))
          .isEqualTo("too-slow");
      assertThat(refusalOf(brief.inspect(file, "good", InspectOptions.NONE, Progress.NONE)))
          .isNull();
    } finally {
      brief.destroy();
    }
  }

  private Workers brief() throws IOException {
    return new Workers(
        BRIEF,
        TestStorage.in(folder.resolve("brief")),
        WorkerCommand.of(BRIEF, MisbehavingWorker.class.getName()));
  }

  @Test
  void stopsTheWorkerOfWhoeverCannotNoteItsProgress() throws IOException {
    Progress broken =
        (stage, share) -> {
          throw new IllegalStateException("the database is away");
        };
    assertThatThrownBy(() -> workers.inspect(file, "advance", InspectOptions.NONE, broken))
        .hasMessage("the database is away");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive).count())
        .isLessThanOrEqualTo(SETTINGS.count());
    assertThat(inspect("good").refusal()).isNull();
  }

  @Test
  void aFullDiskSaysNothingOfTheFile() throws IOException {
    WorkerCommand usual = WorkerCommand.of(SETTINGS, MisbehavingWorker.class.getName());
    Workers narrow =
        new Workers(
            SETTINGS,
            TestStorage.in(folder.resolve("narrow")),
            new WorkerCommand(usual.words(), usual.memory(), Long.MAX_VALUE));
    try {
      assertThat(trouble(() -> narrow.inspect(file, "sleep", InspectOptions.NONE, Progress.NONE)))
          .isEqualTo(MachineTrouble.Reason.NO_ROOM);
      assertThat(trouble(() -> narrow.inspect(file, "fail", InspectOptions.NONE, Progress.NONE)))
          .isEqualTo(MachineTrouble.Reason.NO_ROOM);
    } finally {
      narrow.destroy();
    }
  }

  @Test
  void aWorkerThatIsLeftNoTimeSaysNothingOfTheFile() throws IOException {
    Workers brief = brief();
    try {
      // awake already: what it still learns of Java is no time of the file
      for (int round = 0; round < 4; round++) {
        brief.inspect(file, "good", InspectOptions.NONE, Progress.NONE);
      }
      assertThat(trouble(() -> brief.inspect(file, "sleep", InspectOptions.NONE, Progress.NONE)))
          .isEqualTo(MachineTrouble.Reason.STARVED);
      assertThat(refusalOf(brief.inspect(file, "good", InspectOptions.NONE, Progress.NONE)))
          .isNull();
    } finally {
      brief.destroy();
    }
  }

  @Test
  void aWorkerThatSomebodyKillsSaysNothingOfTheFile() throws Exception {
    inspect("good");
    List<ProcessHandle> ours = ProcessHandle.current().children().toList();
    CompletableFuture<MachineTrouble.Reason> asked =
        CompletableFuture.supplyAsync(() -> trouble(() -> inspect("sleep")));
    Thread.sleep(1_000);
    ours.forEach(ProcessHandle::destroyForcibly);
    assertThat(asked.get()).isEqualTo(MachineTrouble.Reason.KILLED);
    assertThat(inspect("good").refusal()).isNull();
  }

  @Test
  void aWorkerThatCannotStartSaysNothingOfTheFile() throws IOException {
    WorkerCommand usual = WorkerCommand.of(SETTINGS, "fr.jalon.portal.worker.NoSuchWorker");
    Workers none = new Workers(SETTINGS, TestStorage.in(folder.resolve("none")), usual);
    try {
      assertThat(trouble(() -> none.inspect(file, "good", InspectOptions.NONE, Progress.NONE)))
          .isEqualTo(MachineTrouble.Reason.NO_WORKER);
    } finally {
      none.destroy();
    }
  }

  @Test
  void aSmallWorkbookThatUnfoldsIsStopped() throws IOException {
    WorkerSettings usual =
        new WorkerSettings(
            1, DataSize.ofMegabytes(256), Duration.ofSeconds(60), Duration.ofSeconds(1), false, "");
    Path bomb = FoldedWorkbook.in(folder.resolve("bomb.xlsx"), 64_000, 30_000);
    Path honest = FoldedWorkbook.in(folder.resolve("honest.xlsx"), 20_000, 30);
    assertThat(Files.size(bomb)).isLessThan(40_000);
    Workers real = new Workers(usual, TestStorage.in(folder.resolve("real")));
    try {
      assertThat(refusalOf(real.inspect(bomb, "a.xlsx", InspectOptions.NONE, Progress.NONE)))
          .isEqualTo("too-much-disk");
      assertThat(real.inspect(honest, "b.xlsx", InspectOptions.NONE, Progress.NONE).refusal())
          .isNull();
    } finally {
      real.destroy();
    }
  }

  @Test
  void theDiskAFileMayTakeFollowsItsSize() {
    long gigabyte = 1_000_000_000;
    assertThat(DiskUse.most(19_000)).isLessThan(gigabyte / 3);
    // a gigabyte of CSV in the smallest zip there can be
    assertThat(DiskUse.most(gigabyte / 1032)).isGreaterThan(3 * gigabyte);
    assertThat(DiskUse.most(100_000_000)).isLessThan(5 * gigabyte);
    assertThat(DiskUse.most(2 * gigabyte)).isGreaterThan(10 * gigabyte);
  }

  @Test
  void saysWhenARepairCouldNotBeDone() throws IOException {
    var export =
        workers.repair(
            file, "die", InspectOptions.NONE, List.of(), folder.resolve("data"), Progress.NONE);
    assertThat(export.files()).isEmpty();
    assertThat(refusalOf(export.after())).isEqualTo("worker-died");
  }

  @Test
  void readsManyFilesWhileSomeHarmTheirWorkers() {
    List<CompletableFuture<Inspection>> all =
        IntStream.range(0, 12)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> unchecked(i % 6 == 0 ? "die" : "good")))
            .toList();
    long refused = all.stream().filter(one -> one.join().refusal() != null).count();
    assertThat(refused).isEqualTo(2);
  }

  @Test
  void givesItsWorkersNothingOfOurEnvironment() throws IOException {
    assertThat(inspect("good").name()).isEqualTo("{LC_ALL=C.UTF-8}");
  }

  @Test
  void leavesNoWorkFolderBehind() throws IOException {
    inspect("die");
    inspect("good");
    workers.destroy();
    try (var left = Files.list(folder.resolve("data/work"))) {
      // The living worker's own, which the next start sweeps.
      assertThat(left.count()).isLessThanOrEqualTo(2);
    }
  }

  private static @Nullable String refusalOf(@Nullable Inspection inspection) {
    return inspection == null || inspection.refusal() == null ? null : inspection.refusal().code();
  }

  private Inspection inspect(String name) throws IOException {
    return workers.inspect(file, name, InspectOptions.NONE, Progress.NONE);
  }

  private interface Asked {
    Object get() throws IOException;
  }

  private static MachineTrouble.Reason trouble(Asked asked) {
    try {
      throw new AssertionError("answered: " + asked.get());
    } catch (MachineTrouble trouble) {
      return trouble.reason();
    } catch (IOException other) {
      throw new AssertionError(other);
    }
  }

  private Inspection unchecked(String name) {
    try {
      return inspect(name);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
