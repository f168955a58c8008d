package fr.jalon.portal.worker;

import fr.jalon.cli.WorkerReply;
import fr.jalon.cli.WorkerRequest;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Does what the name of the file says, as a hostile file would make it do. */
final class MisbehavingWorker {
  private MisbehavingWorker() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      WorkerRequest request = Json.read(line, WorkerRequest.class);
      switch (request.name()) {
        case "die" -> Runtime.getRuntime().halt(134);
        case "sleep" -> Thread.sleep(60_000);
        case "spin" -> spin();
        case "eat" -> eat();
        case "fill" -> fill(Path.of(request.work()));
        case "babble" -> System.out.println("this is no JSON");
        case "advance" -> {
          reply(new WorkerReply(WorkerReply.Kind.PROGRESS, "read", 0.5, null, null, null));
          Thread.sleep(60_000);
        }
        case "fail" -> reply(new WorkerReply(WorkerReply.Kind.FAILED, null, 0, null, null, "no"));
        default -> reply(done(request, String.valueOf(System.getenv())));
      }
    }
  }

  private static void spin() {
    long end = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void eat() {
    List<byte[]> eaten = new ArrayList<>();
    while (true) {
      eaten.add(new byte[1 << 20]);
    }
  }

  /** As readers do: a file that has lost its name is still on the disk. */
  private static void fill(Path folder) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("rows"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      for (int i = 0; i < 2_000; i++) {
        file.write(ByteBuffer.allocate(1 << 20));
      }
    }
  }

  private static WorkerReply done(WorkerRequest request, String environment) {
    var inspection =
        new Inspection(
            Inspection.VERSION,
            environment,
            request.size(),
            "",
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    return new WorkerReply(WorkerReply.Kind.DONE, null, 1, inspection, null, null);
  }

  private static void reply(WorkerReply reply) throws IOException {
    Json.writeLine(System.out, reply);
  }
}
