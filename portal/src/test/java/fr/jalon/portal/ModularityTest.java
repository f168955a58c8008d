package fr.jalon.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  private final ApplicationModules rooms = ApplicationModules.of(JalonApplication.class);

  @Test
  void everyRoomKeepsToTheRoomsItMayUse() {
    rooms.verify();
  }

  @Test
  void architectureShowsTheRoomsAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("../ARCHITECTURE.md")))
        .as("a new arrow is a decision first; then copy this diagram into ARCHITECTURE.md")
        .contains(diagram());
  }

  private String diagram() {
    return rooms.stream()
        .sorted(Comparator.comparing(ApplicationModule::getIdentifier))
        .flatMap(
            room ->
                room.getDirectDependencies(rooms)
                    .uniqueModules()
                    .map(used -> "  " + room.getIdentifier() + " --> " + used.getIdentifier())
                    .sorted())
        .collect(Collectors.joining("\n", "```mermaid\ngraph TD\n", "\n```"));
  }
}
