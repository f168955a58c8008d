package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.Party;
import fr.jalon.portal.programme.Candidacies.Application;
import fr.jalon.portal.programme.Candidacy.Contact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A season with authorities in it, made as people make it. */
public final class SampleSeason {
  public static final Person ADMINISTRATOR =
      new Person(UUID.randomUUID(), "noa@example.fr", "Noa", Role.ADMINISTRATOR, null);

  private final Seasons seasons;
  private final Candidacies candidacies;
  private final Agreements agreements;
  private final JdbcClient jdbc;

  public SampleSeason(ApplicationContext portal) {
    seasons = portal.getBean(Seasons.class);
    candidacies = portal.getBean(Candidacies.class);
    agreements = portal.getBean(Agreements.class);
    jdbc = portal.getBean(JdbcClient.class);
  }

  /** A season whose call is open today: it begins in two months. */
  public Season open(String name) {
    return seasons.make(ADMINISTRATOR, name, seasons.today().plusMonths(2), null);
  }

  /** SIREN of the largest communes. */
  public List<String> largest(int count) {
    return jdbc.sql(
            """
            select siren from organization.local_authority where kind = 'COMMUNE'
            order by population desc, siren limit ?
            """)
        .param(count)
        .query(String.class)
        .list();
  }

  public Candidacy apply(Season season, String siren) {
    return candidacies.apply(
        season,
        new Application(
            siren,
            "",
            new Contact("Camille Martin", "camille@" + siren + ".example", ""),
            "Ouvrir nos premières données.",
            BigDecimal.valueOf(120),
            false,
            true));
  }

  public Beneficiary accept(Season season, String siren) {
    Candidacy candidacy = apply(season, siren);
    return candidacies.accept(
        ADMINISTRATOR,
        candidacy.id(),
        "la commune de " + candidacy.name(),
        "Claude Maire, maire",
        "1 place de la Mairie",
        0);
  }

  public List<Beneficiary> accept(Season season, int count) {
    List<Beneficiary> accepted = new ArrayList<>();
    largest(count).forEach(siren -> accepted.add(accept(season, siren)));
    return accepted;
  }

  /** Sent and signed by both that day. */
  public Agreement sign(Beneficiary one, LocalDate day) {
    record(one, new Act.Sent(day));
    record(one, new Act.Signed(day, Party.BENEFICIARY, "Claude Maire, maire"));
    return record(one, new Act.Signed(day, Party.ORGANIZER, "la direction"));
  }

  public Agreement record(Beneficiary one, Act act) {
    int revision = agreements.get(one.agreementId()).revision();
    return agreements.record(one.agreementId(), revision, act, ADMINISTRATOR);
  }
}
