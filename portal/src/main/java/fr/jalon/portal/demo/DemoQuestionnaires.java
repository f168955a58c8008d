package fr.jalon.portal.demo;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.diagnosis.Diagnoses;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Question;
import fr.jalon.portal.questionnaire.Questionnaire;
import fr.jalon.portal.questionnaire.Questionnaires;
import fr.jalon.portal.questionnaire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The questionnaires of some authorities of the demo's season: handed in, begun, frozen. */
final class DemoQuestionnaires {
  /** These have handed it in, and their entry diagnosis is frozen: enough of them for a median. */
  private static final List<String> HANDED_IN =
      List.of("Olivet", "Amboise", "Gien", "Vendôme", "Pithiviers");

  /** These are still answering. */
  private static final List<String> BEGUN = List.of("Fleury-les-Aubrais", "Vierzon");

  /** These have not begun: what is told of it is seen in the demo. */
  private static final List<String> NOT_BEGUN =
      List.of("Ingré", "Lucé", "Beaugency", "Meung-sur-Loire");

  /** The same answers each time. */
  private static final long SEED = 7;

  private final Questionnaires questionnaires;
  private final Fillings fillings;
  private final Diagnoses diagnoses;
  private final DemoAccounts accounts;

  DemoQuestionnaires(
      Questionnaires questionnaires,
      Fillings fillings,
      Diagnoses diagnoses,
      DemoAccounts accounts) {
    this.questionnaires = questionnaires;
    this.fillings = fillings;
    this.diagnoses = diagnoses;
    this.accounts = accounts;
  }

  void answer(Map<String, Beneficiary> all) {
    Person facilitator = accounts.get("animation@recia.example");
    Questionnaire content = questionnaires.current().content();
    Random random = new Random(SEED);
    for (String name : HANDED_IN) {
      Beneficiary one = all.get(name);
      if (one != null) {
        Person by = name.equals("Olivet") ? accounts.get("referent@olivet.example") : facilitator;
        Filling filling = fillings.open(by, one.id(), Occasion.ENTRY);
        content.questions().forEach(question -> answer(by, filling, question, random));
        fillings.handIn(by, filling.id());
        diagnoses.freeze(
            facilitator, one.id(), Occasion.ENTRY, Occasion.ENTRY, "Entrée dans la saison");
      }
    }
    for (String name : BEGUN) {
      Beneficiary one = all.get(name);
      if (one != null) {
        Filling filling = fillings.open(facilitator, one.id(), Occasion.ENTRY);
        content.sections().stream()
            .limit(3)
            .flatMap(section -> section.questions().stream())
            .forEach(question -> answer(facilitator, filling, question, random));
      }
    }
    all.forEach(
        (name, one) -> {
          if (!HANDED_IN.contains(name) && !BEGUN.contains(name) && !NOT_BEGUN.contains(name)) {
            Filling filling = fillings.open(facilitator, one.id(), Occasion.ENTRY);
            content
                .sections()
                .get(0)
                .questions()
                .forEach(question -> answer(facilitator, filling, question, random));
            fillings.handIn(facilitator, filling.id());
          }
        });
    Beneficiary fleury = all.get("Fleury-les-Aubrais");
    if (fleury != null) {
      Person own = accounts.get("referent@fleury.example");
      Filling filling = fillings.open(own, fleury.id(), Occasion.ENTRY);
      fillings.answer(own, filling.id(), "elu", Reply.chosen("actif"));
    }
  }

  /** As towns that begin answer: a little of everything, rarely the best. */
  private void answer(Person by, Filling filling, Question question, Random random) {
    if (question.fact() != null || question.kind() == Question.Kind.TEXT) {
      return;
    }
    fillings.answer(by, filling.id(), question.key(), reply(question, random));
  }

  private static Reply reply(Question question, Random random) {
    if (question.mayBeUnknown() && random.nextInt(9) == 0) {
      return Reply.unknown();
    }
    int low = Math.min(random.nextInt(5), random.nextInt(5));
    return switch (question.kind()) {
      case ONE, SEVERAL ->
          Reply.chosen(question.choices().get(low * (question.choices().size() - 1) / 4).key());
      case NUMBER -> Reply.counted(Math.min(question.most(), 3L * low));
      case SCALE -> Reply.counted(Math.min(question.most(), question.least() + low));
      case TEXT -> Reply.written("Mettre de l'ordre dans nos fichiers.");
      case TABLE -> inventory(question, random);
    };
  }

  private static Reply inventory(Question question, Random random) {
    List<String> access = List.of("tableur", "export", "editeur", "papier");
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    question
        .rows()
        .forEach(
            row -> {
              if (random.nextInt(3) > 0) {
                rows.put(
                    row.key(),
                    Map.of(
                        Reply.HAS,
                        "oui",
                        "logiciel",
                        "Logiciel des " + row.service().toLowerCase(Locale.FRENCH),
                        "acces",
                        access.get(random.nextInt(access.size()))));
              }
            });
    return Reply.table(rows);
  }
}
