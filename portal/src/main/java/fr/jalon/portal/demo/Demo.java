package fr.jalon.portal.demo;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.culture.Questions;
import fr.jalon.portal.culture.Reuses;
import fr.jalon.portal.deposit.DepositMends;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.deposit.SuggestedMends;
import fr.jalon.portal.diagnosis.Diagnoses;
import fr.jalon.portal.diagnosis.Interviews;
import fr.jalon.portal.help.Articles;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Candidacies;
import fr.jalon.portal.programme.Notes;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Questionnaires;
import fr.jalon.portal.review.Reviews;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.territory.Outlines;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.workshop.Practices;
import fr.jalon.portal.workshop.Workshops;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty portal once it is ready, beside the requests it already answers. */
@Component
@ConditionalOnProperty("jalon.demo")
final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final DemoAccounts accounts;
  private final DemoDatasets datasets;
  private final DemoSeason season;
  private final DemoChecklists checklists;
  private final Seasons seasons;
  private final DemoHelp help;
  private final DemoReviews reviews;
  private final DemoWorkshops workshops;
  private final DemoCulture culture;
  private final DemoGround ground;

  Demo(
      Accounts accounts,
      Organizations organizations,
      Deposits deposits,
      DepositMends mends,
      Publications publications,
      Seasons seasons,
      Candidacies candidacies,
      Beneficiaries beneficiaries,
      Notes notes,
      Sessions sessions,
      Agreements agreements,
      Checklists checklists,
      Questionnaires questionnaires,
      Fillings fillings,
      Diagnoses diagnoses,
      Interviews interviews,
      HelpRequests requests,
      Articles articles,
      SuggestedMends suggested,
      Reviews reviews,
      Workshops workshops,
      Practices practices,
      Questions questions,
      Reuses reuses,
      Datasets published,
      Outlines outlines,
      Storage storage,
      PortalSettings settings,
      Clock clock) {
    this.seasons = seasons;
    this.accounts = new DemoAccounts(accounts, organizations, settings.data());
    this.datasets = new DemoDatasets(deposits, mends, publications, this.accounts);
    this.workshops =
        new DemoWorkshops(workshops, practices, sessions, seasons, deposits, mends, this.accounts);
    this.help = new DemoHelp(requests, articles, deposits, suggested, this.accounts, clock);
    this.season =
        new DemoSeason(
            seasons,
            candidacies,
            beneficiaries,
            notes,
            sessions,
            agreements,
            organizations,
            this.accounts,
            new DemoQuestionnaires(questionnaires, fillings, diagnoses, this.accounts),
            interviews);
    this.culture = new DemoCulture(questions, reuses, published, this.accounts);
    this.ground = new DemoGround(outlines, storage);
    this.reviews = new DemoReviews(reviews, seasons, this.accounts);
    this.checklists = new DemoChecklists(checklists, beneficiaries, this.accounts);
  }

  @EventListener(ApplicationReadyEvent.class)
  void fill() throws IOException {
    accounts.open();
    System.out.println("\nComptes de démonstration (adresse, mot de passe, rôle) :");
    accounts.lines().forEach(line -> System.out.println("  " + line));
    System.out.println("Les courriels envoyés se lisent à la page /demo/courrier.\n");
    Thread thread = new Thread(this::make, "demo");
    thread.setDaemon(true);
    thread.start();
  }

  private void make() {
    Map<String, Beneficiary> all = Map.of();
    try {
      all = season.make();
      checklists.make(all, seasons.today());
    } catch (RuntimeException fault) {
      LOG.error("The demo's season could not be made", fault);
    }
    try {
      datasets.make();
      ground.make();
      culture.make();
      help.make(datasets.dropPlaygrounds());
      reviews.make(all);
      workshops.make(all);
    } catch (IOException | RuntimeException fault) {
      LOG.error("The demo's datasets could not all be made", fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
