package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of the catalog on a real portal, with datasets to show. */
public abstract class CatalogIT extends PortalIT {
  protected static final String PASSWORD = "le jalon rouge et blanc";

  @Autowired protected Datasets datasets;
  @Autowired protected Storage storage;
  @Autowired private Organizations organizations;
  @Autowired private Accounts accounts;

  protected final SampleDatasets samples() {
    return new SampleDatasets(datasets, storage, organizations);
  }

  /** An agent of an authority, signed in. */
  protected final TestVisitor agentOf(String authority) {
    UUID organization = organizations.findBySlug(authority).orElseThrow().id();
    return signedIn(authority + "-" + UUID.randomUUID() + "@example.fr", Role.AGENT, organization);
  }

  /** The référent of an authority, signed in. */
  protected final TestVisitor focalPointOf(String authority) {
    return visitor().signIn(person(Role.FOCAL_POINT, authority).email(), PASSWORD);
  }

  /** Someone with an account. */
  protected final Person person(Role role, @Nullable String authority) {
    UUID organization =
        authority == null ? null : organizations.findBySlug(authority).orElseThrow().id();
    return accounts.open(
        role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.fr",
        "Dominique",
        role,
        organization,
        PASSWORD);
  }

  protected final TestVisitor facilitator() {
    return signedIn("aide-" + UUID.randomUUID() + "@example.fr", Role.FACILITATOR, null);
  }

  /** The body of a page that must be there. */
  protected final String page(String path) {
    HttpResponse<String> answer = visitor().get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private TestVisitor signedIn(String email, Role role, @Nullable UUID organization) {
    accounts.open(email, "Camille", role, organization, PASSWORD);
    return visitor().signIn(email, PASSWORD);
  }
}
