package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An organization has its share, and takes nothing of the others'. */
@TestPropertySource(
    properties = {"jalon.deposit.quota.bytes=10000B", "jalon.deposit.quota.deposits=3"})
class QuotaIT extends PortalIT {
  @Autowired private Deposits deposits;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  @Test
  void filesThatComeTogetherDoNotAllTakeTheLastPlace() {
    Person agent = agent("Orléans");
    List<CompletableFuture<@Nullable DepositProblem>> all =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(agent, 100 + i)))
            .toList();
    List<@Nullable DepositProblem> answers = all.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer == null).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer != null)
        .containsOnly(DepositProblem.TOO_MANY_DEPOSITS);
    assertThat(send(agent("Blois"), 100)).isNull();
  }

  @Test
  void bytesAreCountedTogether() {
    Person agent = agent("Tours");
    assertThat(send(agent, 9_000)).isNull();
    assertThat(send(agent, 2_000)).isEqualTo(DepositProblem.TOO_MANY_BYTES);
    assertThat(send(agent, 900)).isNull();
  }

  private Person agent(String authority) {
    String email = authority.toLowerCase(java.util.Locale.ROOT).replace("é", "e") + "@exemple.fr";
    return accounts.open(
        email,
        "Camille",
        Role.AGENT,
        organizations.search(authority, 1).get(0).id(),
        "trois gros canards verts");
  }

  /** Null when it is taken. */
  private @Nullable DepositProblem send(Person who, int size) {
    byte[] file = ("a;b\n" + "1;2\n".repeat(size / 4 - 1)).getBytes(StandardCharsets.UTF_8);
    try {
      deposits.receive(who, size + ".csv", new ByteArrayInputStream(file));
      return null;
    } catch (Rejected rejected) {
      return (DepositProblem) rejected.problem();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
