package fr.jalon.portal.web.body;

import fr.jalon.portal.web.LargeBodies;
import fr.jalon.portal.web.LargeBodies.Allowance;
import fr.jalon.portal.web.LargeBodies.Heading;
import fr.jalon.portal.web.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what becomes of a body from the head of its request, and holds the disk it needs. */
final class Intake {
  /** The system is asked that often how much room is left. */
  private static final long LOOKED_AT_EVERY = 8L << 20;

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Path folder;
  private final long largest;
  private final long reserve;
  private final Supplier<Stream<LargeBodies>> rooms;
  private final Places places = new Places();

  /**
   * @param folder where long bodies wait to be whole
   * @param largest body taken from anyone
   * @param reserve free space on that disk below which none is taken
   * @param rooms that say who may send a long one
   */
  Intake(Path folder, long largest, long reserve, Supplier<Stream<LargeBodies>> rooms) {
    this.folder = folder;
    this.largest = largest;
    this.reserve = reserve;
    this.rooms = rooms;
  }

  /**
   * @param announced bytes, -1 when it is not said
   */
  Body open(Heading heading, long announced) {
    if (announced > largest) {
      return new Body(this, null, 0, Refusal.TOO_LARGE);
    }
    if (announced >= 0 && announced <= Body.SHORT) {
      return new Body(this, null, Body.SHORT, null);
    }
    Optional<Allowance> allowance = allowance(heading);
    if (allowance.isEmpty()) {
      return new Body(this, null, Body.SHORT, announced < 0 ? null : Refusal.FROM_A_STRANGER);
    }
    return places.enter(allowance.get())
        ? new Body(this, allowance.get(), largest, null)
        : new Body(this, null, 0, Refusal.TOO_MANY);
  }

  private Optional<Allowance> allowance(Heading heading) {
    try {
      return rooms.get().flatMap(room -> room.allow(heading).stream()).findFirst();
    } catch (RuntimeException away) {
      // the request itself will say so, once it is looked at
      log.debug("Nobody can say who sends to {}", heading.path(), away);
      return Optional.empty();
    }
  }

  void leave(Allowance allowance) {
    places.leave(allowance);
  }

  /** A file of no name: nobody else opens it, and nothing of it is left when we end. */
  FileChannel newFile() throws IOException {
    Path path = folder.resolve(UUID.randomUUID().toString());
    FileChannel file =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PrivateFolder.file(folder));
    Files.delete(path);
    return file;
  }

  /**
   * @throws IOException when the disk is to keep what is left of it
   */
  void requireRoom(long written, int more) throws IOException {
    boolean look = written == 0 || written / LOOKED_AT_EVERY != (written + more) / LOOKED_AT_EVERY;
    if (look && folder.toFile().getUsableSpace() < reserve) {
      throw new IOException("the disk has less room than its reserve");
    }
  }
}
