package fr.jalon.portal.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.UnusedFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DepositFilesIT extends PortalIT {
  @Autowired private Deposits deposits;
  @Autowired private Storage storage;
  @Autowired private UnusedFiles unused;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  @Test
  void theFileReceivedStaysForItsDepositWhoeverElseGivesItUp() throws IOException {
    Person agent =
        accounts.open(
            "fichiers@example.fr",
            "Camille",
            Role.AGENT,
            organizations.findBySlug("chateauroux").orElseThrow().id(),
            "le jalon rouge et blanc");
    byte[] content = "nom;annee\nUn fichier à garder;2024\n".getBytes(UTF_8);
    String given = storage.put(new ByteArrayInputStream("autre".getBytes(UTF_8))).sha256();
    deposits.receive(agent, "a.csv", new ByteArrayInputStream(content));
    String received = storage.put(new ByteArrayInputStream(content)).sha256();

    assertThat(unused.remove(received)).isEqualTo(UnusedFiles.Outcome.STILL_USED);
    assertThat(unused.remove(given)).isEqualTo(UnusedFiles.Outcome.REMOVED);
    assertThat(storage.has(received)).isTrue();
  }
}
