package fr.jalon.portal.organization;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class OrganizationsIT extends PortalIT {
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void knowsEveryCommuneAndEpciOfTheRegion() {
    assertThat(count("COMMUNE")).isEqualTo(1754);
    assertThat(count("EPCI")).isEqualTo(82);
  }

  @Test
  void theOneToPractiseUnderIsFoundByNobody() {
    LocalAuthority one = organizations.get(Organizations.PRACTICE);
    assertThat(organizations.search(one.name(), 5)).isEmpty();
    assertThat(organizations.findBySlug(one.slug())).isEmpty();
    assertThat(organizations.findBySiren(one.siren())).isEmpty();
  }

  @Test
  void findsAPlaceByTheBeginningOfAWordWithoutItsAccents() {
    assertThat(organizations.search("chateauroux", 5))
        .extracting(LocalAuthority::name)
        .startsWith("Châteauroux");
    assertThat(organizations.search("st amand mont", 5))
        .extracting(LocalAuthority::name)
        .startsWith("Saint-Amand-Montrond");
    assertThat(organizations.search("MÉTROPOLE", 20))
        .extracting(LocalAuthority::kind)
        .contains(LocalAuthority.Kind.EPCI);
    assertThat(organizations.search("%", 5)).isEmpty();
  }

  @Test
  void givesEachItsOwnAddress() {
    LocalAuthority bourges = organizations.findBySlug("bourges").orElseThrow();
    assertThat(bourges.insee()).isEqualTo("18033");
    assertThat(bourges.department()).isEqualTo("18");
    assertThat(organizations.get(bourges.id())).isEqualTo(bourges);
    assertThat(organizations.findBySiren(bourges.siren())).contains(bourges);
  }

  @Test
  void loadsTheSameFilesOnceOnly() throws IOException {
    jdbc.sql("update organization.local_authority set population = 7 where insee = '18033'")
        .update();
    new Organizations(jdbc, transaction);
    assertThat(organizations.findBySlug("bourges").orElseThrow().population()).isEqualTo(7);
    jdbc.sql("delete from organization.loaded").update();
    new Organizations(jdbc, transaction);
    assertThat(organizations.findBySlug("bourges").orElseThrow().population()).isGreaterThan(7);
    assertThat(count("COMMUNE")).isEqualTo(1754);
  }

  private int count(String kind) {
    return jdbc.sql("select count(*) from organization.local_authority where kind = ? and id <> ?")
        .params(kind, Organizations.PRACTICE)
        .query(Integer.class)
        .single();
  }
}
