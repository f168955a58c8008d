package fr.jalon.portal.demo;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.Party;
import fr.jalon.portal.agreement.Terms;
import fr.jalon.portal.diagnosis.Interview;
import fr.jalon.portal.diagnosis.Interviews;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import fr.jalon.portal.programme.Candidacies;
import fr.jalon.portal.programme.Candidacies.Application;
import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Candidacy.Contact;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Notes;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.SeasonPlan;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.programme.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A season half-way: twenty-five authorities, most of which go their way, and some with a story;
 * and the next one, to which anybody may apply. Made through the services, as people make it.
 */
final class DemoSeason {
  private static final Logger LOG = LoggerFactory.getLogger(DemoSeason.class);

  /** Months since it began. */
  private static final int MONTHS = 13;

  /** Sessions held, a stage each. */
  private static final int HELD = 8;

  /** The demo's own first, then towns of the region by name. */
  private static final List<String> NAMES =
      List.of(
          "Olivet",
          "Fleury-les-Aubrais",
          "Chécy",
          "Amboise",
          "Gien",
          "Vierzon",
          "Vendôme",
          "Romorantin-Lanthenay",
          "Montargis",
          "Pithiviers",
          "Loches",
          "Chinon",
          "Issoudun",
          "Châteaudun",
          "Nogent-le-Rotrou",
          "Saint-Amand-Montrond",
          "Bourges",
          "Blois",
          "Dreux",
          "Lucé",
          "Joué-lès-Tours",
          "Saran",
          "Ingré",
          "Meung-sur-Loire",
          "Beaugency");

  /** Nothing is planned with these. */
  private static final List<String> LEFT_ALONE = List.of("Lucé", "Chinon", "Dreux");

  /** These did not get their payment notice yet. */
  private static final List<String> NOT_NOTICED = List.of("Vierzon");

  /** These did not pay theirs. */
  private static final List<String> UNPAID = List.of("Dreux", "Saran");

  /** Nobody of these has an account, nor their whole file. */
  private static final List<String> WITHOUT_FOCAL_POINT = List.of("Lucé");

  /** Their agreements are not signed by both. */
  private static final List<String> LATE_COMERS = List.of("Beaugency", "Meung-sur-Loire");

  private final Seasons seasons;
  private final Candidacies candidacies;
  private final Beneficiaries beneficiaries;
  private final Notes notes;
  private final Sessions sessions;
  private final Agreements agreements;
  private final Organizations organizations;
  private final DemoAccounts accounts;
  private final DemoQuestionnaires questionnaires;
  private final Interviews interviews;

  DemoSeason(
      Seasons seasons,
      Candidacies candidacies,
      Beneficiaries beneficiaries,
      Notes notes,
      Sessions sessions,
      Agreements agreements,
      Organizations organizations,
      DemoAccounts accounts,
      DemoQuestionnaires questionnaires,
      Interviews interviews) {
    this.interviews = interviews;
    this.seasons = seasons;
    this.candidacies = candidacies;
    this.beneficiaries = beneficiaries;
    this.notes = notes;
    this.sessions = sessions;
    this.agreements = agreements;
    this.organizations = organizations;
    this.accounts = accounts;
    this.questionnaires = questionnaires;
  }

  /**
   * Does nothing when there is a season already.
   *
   * @return the authorities it made, by name
   */
  Map<String, Beneficiary> make() {
    if (!seasons.list().isEmpty()) {
      return Map.of();
    }
    Person administrator = accounts.get("admin@recia.example");
    Person facilitator = accounts.get("animation@recia.example");
    LocalDate today = seasons.today();
    // its call is open today: it moves to the past once everybody applied
    Season made =
        seasons.make(
            administrator,
            "Challenge Open Data, saison 3",
            today.withDayOfMonth(1).plusMonths(2),
            null);
    Map<String, Beneficiary> all = new LinkedHashMap<>();
    for (String name : NAMES) {
      findTown(name).ifPresent(town -> all.put(name, accept(made, town, facilitator)));
    }
    Season season = seasons.edit(administrator, made.id(), past(made.plan(), today), 0);
    List<Beneficiary> signed = new ArrayList<>();
    all.forEach(
        (name, one) -> {
          if (sign(name, one, season.plan().firstDay().plusDays(20), administrator)) {
            signed.add(one);
          }
        });
    hold(season, signed, facilitator);
    tell(season, all, facilitator, administrator);
    all.forEach((name, one) -> complete(season, name, one, facilitator));
    talk(all.get("Blois"), facilitator, today);
    questionnaires.answer(all);
    next(administrator, season, today);
    LOG.info("The demo's season has {} authorities", all.size());
    return all;
  }

  private java.util.Optional<LocalAuthority> findTown(String name) {
    return organizations.search(name, 5).stream()
        .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE && one.name().equals(name))
        .findFirst();
  }

  private Beneficiary accept(Season season, LocalAuthority town, Person by) {
    Candidacy candidacy = apply(season, town);
    return candidacies.accept(
        by,
        candidacy.id(),
        "la commune de " + town.name(),
        "le maire",
        "Hôtel de ville, " + town.name(),
        candidacy.revision());
  }

  private Candidacy apply(Season season, LocalAuthority town) {
    return candidacies.apply(
        season,
        new Application(
            town.siren(),
            "",
            new Contact("Accueil de la mairie", "mairie@" + town.slug() + ".example", ""),
            "Nous avons des fichiers que personne n'ose publier, et envie de bien faire.",
            BigDecimal.valueOf(Math.max(12, town.population() / 60)),
            false,
            true));
  }

  /** The same season, begun some months ago. */
  private static SeasonPlan past(SeasonPlan plan, LocalDate today) {
    LocalDate first = today.withDayOfMonth(1).minusMonths(MONTHS);
    return plan.movedTo(first);
  }

  /** Signed by both, but for those whose story it is not to be. */
  private boolean sign(String name, Beneficiary one, LocalDate day, Person by) {
    Terms terms = agreements.get(one.agreementId()).reckon().termsOn(seasons.today());
    if (LATE_COMERS.contains(name)) {
      LocalDate late = workday(seasons.today().minusDays(26));
      record(one, new Act.Drafted(late, terms), by);
      if (name.equals("Meung-sur-Loire")) {
        record(one, new Act.Sent(late.plusDays(2)), by);
        record(one, new Act.Signed(late.plusDays(9), Party.ORGANIZER, "le directeur"), by);
      }
      return false;
    }
    record(one, new Act.Drafted(day.minusDays(20), terms), by);
    record(one, new Act.Sent(day.minusDays(15)), by);
    record(one, new Act.Signed(day, Party.BENEFICIARY, "le maire"), by);
    record(one, new Act.Signed(day.plusDays(6), Party.ORGANIZER, "le directeur"), by);
    if (name.equals("Dreux")) {
      record(
          one,
          new Act.MembershipLost(
              day.plusMonths(3), "Le conseil municipal a voté la sortie du GIP."),
          by);
    }
    if (name.equals("Gien")) {
      Terms longer =
          new Terms(
              terms.end(),
              terms.accompaniedUntil().plusMonths(2),
              terms.sessions(),
              terms.funding(),
              terms.notice(),
              terms.beneficiary(),
              terms.signatory(),
              terms.address());
      LocalDate amended = day.plusMonths(4);
      record(one, new Act.Amended(amended, 1, longer, amended, amended), by);
    }
    bill(name, one, terms, by);
    return true;
  }

  /** The notice of most was sent on the first days it could be; some have paid. */
  private void bill(String name, Beneficiary one, Terms terms, Person by) {
    LocalDate day = terms.notice().from().plusDays(10);
    if (NOT_NOTICED.contains(name) || day.isAfter(seasons.today())) {
      return;
    }
    record(
        one,
        new Act.Noticed(
            day,
            UUID.randomUUID(),
            "T-" + name,
            terms.funding().contribution(),
            terms.beneficiary()),
        by);
    if (!UNPAID.contains(name)) {
      record(
          one,
          new Act.Paid(day.plusDays(8), terms.funding().contribution(), "virement " + name),
          by);
    }
  }

  private Agreement record(Beneficiary one, Act act, Person by) {
    return agreements.record(
        one.agreementId(), agreements.get(one.agreementId()).revision(), act, by);
  }

  /** The sessions held, a month one stage, and those planned. */
  private void hold(Season season, List<Beneficiary> signed, Person by) {
    List<Stage> stages = season.plan().track().stages();
    LocalDate day = season.plan().firstDay().plusDays(34);
    for (int i = 0; i < HELD; i++) {
      String stage = stages.get(i).key();
      List<UUID> came = new ArrayList<>();
      for (int n = 0; n < signed.size(); n++) {
        // some are behind the others
        if (n % 7 != 5 || i < 3) {
          came.add(signed.get(n).id());
        }
      }
      Meeting held = sessions.note(by, season, came, workday(day.plusDays(38L * i)), stage, true);
      // the minutes of the last one are still to be written
      if (i < HELD - 1) {
        sessions.write(
            held.id(), "Étape faite avec chaque collectivité présente.", held.revision());
      }
    }
    List<UUID> coming =
        signed.stream()
            .filter(one -> !LEFT_ALONE.contains(one.name()))
            .map(Beneficiary::id)
            .toList();
    sessions.plan(
        by,
        season,
        new Appointment(
            stages.get(10).key(),
            workday(seasons.today().plusDays(9)),
            LocalTime.of(9, 30),
            360,
            "Olivet, salle des Quatre vents",
            ""),
        coming);
    sessions.plan(
        by,
        season,
        new Appointment(
            stages.get(11).key(),
            workday(seasons.today().plusDays(16)),
            LocalTime.of(14, 0),
            120,
            "",
            "https://visio.example/olivet"),
        coming.subList(0, 1));
  }

  private void tell(
      Season season, Map<String, Beneficiary> all, Person facilitator, Person administrator) {
    Beneficiary olivet = all.get("Olivet");
    if (olivet != null) {
      beneficiaries.designate(
          facilitator,
          olivet.id(),
          accounts.get("referent@olivet.example").id(),
          season.plan().firstDay());
      beneficiaries.setMembership(administrator, olivet.id(), LocalDate.of(2015, 1, 1), null, "");
      notes.add(
          facilitator, olivet.id(), "La référente connaît bien ses fichiers ; l'élu suit de près.");
    }
    Beneficiary fleury = all.get("Fleury-les-Aubrais");
    if (fleury != null) {
      beneficiaries.designate(
          facilitator,
          fleury.id(),
          accounts.get("referent@fleury.example").id(),
          season.plan().firstDay());
    }
  }

  /** Its référent has an account, and all that it was asked for is there; but for some. */
  private void complete(Season season, String name, Beneficiary one, Person by) {
    if (WITHOUT_FOCAL_POINT.contains(name)) {
      return;
    }
    LocalAuthority town = organizations.get(one.organizationId());
    Beneficiary now = beneficiaries.get(one.id());
    if (now.designations().isEmpty()) {
      beneficiaries.designate(
          by,
          one.id(),
          accounts.open("referent@" + town.slug() + ".example", "Référent de " + name, town).id(),
          season.plan().firstDay());
    }
    Dossier asked = now.dossier();
    beneficiaries.tell(
        by,
        one.id(),
        new Dossier(
            asked.address(),
            asked.signatory(),
            asked.agents(),
            "Délibération " + season.plan().firstDay().getYear() + "-07",
            season.plan().firstDay().plusDays(12),
            siret(town.siren()),
            "",
            "",
            true),
        now.revision());
  }

  /** The first establishment whose key is right. */
  private static String siret(String siren) {
    return IntStream.range(1, 100)
        .mapToObj(number -> siren + "%05d".formatted(number))
        .filter(Identifiers::isSiret)
        .findFirst()
        .orElse("");
  }

  /** A talk of which the authority was shown nothing yet. */
  private void talk(@Nullable Beneficiary one, Person by, LocalDate today) {
    if (one == null) {
      return;
    }
    Interview talk =
        interviews.begin(
            by,
            one.id(),
            Interview.Guide.ENTRY,
            workday(today.minusDays(12)),
            "La directrice générale des services",
            "Elle est d'accord pour que des notes soient prises");
    interviews.write(
        by,
        one.id(),
        talk.id(),
        Map.of("portage", "L'élu suit de près ; il manque une heure par mois à l'agent."),
        "Une heure par mois est à trouver pour l'agent qui suit les données.",
        talk.revision());
  }

  /** The one to which anybody may apply, with candidacies waiting. */
  private void next(Person administrator, Season from, LocalDate today) {
    Season next =
        seasons.make(
            administrator,
            "Challenge Open Data, saison 4",
            today.withDayOfMonth(1).plusMonths(2),
            from.id());
    for (String name : List.of("Sully-sur-Loire", "La Châtre")) {
      findTown(name).ifPresent(town -> apply(next, town));
    }
  }

  /** The day, or the Monday after it: nobody meets at the town hall on a Sunday. */
  static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }
}
