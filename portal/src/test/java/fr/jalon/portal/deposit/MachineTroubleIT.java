package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.Organizations;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** While the machine cannot start a worker, a deposit waits and says so; then it goes on alone. */
class MachineTroubleIT extends PortalIT {
  private static final Path LATER =
      Path.of(System.getProperty("java.io.tmpdir"), "jalon-worker-" + UUID.randomUUID() + ".jar");

  @Autowired private Deposits deposits;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  @DynamicPropertySource
  static void noWorkerYet(DynamicPropertyRegistry registry) {
    registry.add("jalon.worker.classpath", LATER::toString);
  }

  @Test
  void theDepositWaitsForTheMachineAndGoesOn() throws Exception {
    UUID here = organizations.search("Orléans", 1).get(0).id();
    Person agent =
        accounts.open("machine@orleans.fr", "Camille", Role.AGENT, here, "une longue phrase à moi");
    byte[] file = "nom;ville\nDurand;Blois\nMartin;Tours\n".getBytes(StandardCharsets.UTF_8);
    UUID id = deposits.receive(agent, "a.csv", new ByteArrayInputStream(file));
    JobState waiting = await(id, agent, job -> JobState.WAITING.equals(job.stage()));
    assertThat(waiting.running()).isTrue();
    assertThat(waiting.failed()).isFalse();
    assertThat(deposits.get(id, agent).inspection()).isNull();
    String page =
        visitor()
            .signIn("machine@orleans.fr", "une longue phrase à moi")
            .get("/depots/" + id + "/lecture")
            .body();
    assertThat(page).contains("La machine de Jalon manque").doesNotContain("Je n'ai pas pu lire");

    mendTheMachine();
    try {
      JobState done = await(id, agent, job -> !job.running());
      assertThat(done.failed()).isFalse();
      assertThat(deposits.get(id, agent).inspected().refusal()).isNull();
    } finally {
      Files.delete(LATER);
    }
  }

  private JobState await(UUID id, Person who, Predicate<JobState> seen) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    JobState job = deposits.job(id, who);
    while (!seen.test(job)) {
      assertThat(System.nanoTime()).as("still " + job).isLessThan(end);
      Thread.sleep(100);
      job = deposits.job(id, who);
    }
    return job;
  }

  /** A jar that names the class path of this test. */
  private static void mendTheMachine() throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(
                    System.getProperty(
                            "surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(path -> new File(path).toURI().toString())
                .collect(Collectors.joining(" ")));
    Path aside = LATER.resolveSibling(LATER.getFileName() + ".aside");
    try (OutputStream out = Files.newOutputStream(aside)) {
      new JarOutputStream(out, manifest).close();
    }
    Files.move(aside, LATER);
  }
}
