package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The pool is closed under the portal, as when the database is gone. */
@DirtiesContext
class DatabaseAwayIT extends PortalIT {
  @Autowired private HikariDataSource database;
  @Autowired private Accounts accounts;

  @Test
  void saysInWordsThatItCannotServe() {
    String password = "le tilleul de la place";
    accounts.open("admin@example.fr", "Ana", Role.ADMINISTRATOR, null, password);
    TestVisitor signedIn = visitor().signIn("admin@example.fr", password);
    database.close();

    for (TestVisitor someone : new TestVisitor[] {signedIn, visitor()}) {
      HttpResponse<String> page = someone.get("/jeux-de-donnees");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("Jalon fait une pause").doesNotContain("Exception");
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
    }
    HttpResponse<String> json = signedIn.getJson("/api/datasets");
    assertThat(json.statusCode()).isEqualTo(503);
    assertThat(json.body()).contains("\"status\":503");
    assertThat(visitor().get("/sante").statusCode()).isEqualTo(200);
    assertThat(visitor().get("/sante/prete").statusCode()).isEqualTo(503);
  }
}
