package fr.jalon.portal.review;

import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The form of the survey, for those who sign in and those who follow a link. */
@Component
class SurveyPages {
  /**
   * @param byLink true for someone without an account
   * @param typed what was sent and is to be put right, empty to show what is
   */
  String form(
      Page page,
      Beneficiary one,
      Survey survey,
      String action,
      boolean byLink,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    return form(page, one, survey, action, byLink, typed, Map.of(), errors, model);
  }

  /**
   * @param meanwhile what somebody else answered while this was being written, by question
   */
  private static String form(
      Page page,
      Beneficiary one,
      Survey survey,
      String action,
      boolean byLink,
      Map<String, String> typed,
      Map<String, String> meanwhile,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("review.survey"));
    model.addAttribute("beneficiary", one);
    model.addAttribute("survey", survey);
    model.addAttribute("asked", asked(page, survey, typed));
    model.addAttribute("action", action);
    model.addAttribute("byLink", byLink);
    model.addAttribute("name", typed.getOrDefault("name", ""));
    model.addAttribute("meanwhile", meanwhile);
    model.addAttribute("errors", errors);
    return "review/survey";
  }

  private static List<Survey.Asked> asked(Page page, Survey survey, Map<String, String> typed) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (int mark = SurveyQuestion.HIGHEST; mark >= 1; mark--) {
      marks.put(String.valueOf(mark), page.t("review.survey.mark." + mark));
    }
    marks.put("", page.t("review.survey.no-opinion"));
    return Stream.of(SurveyQuestion.values())
        .map(
            question ->
                new Survey.Asked(
                    question.key(),
                    page.t("review.survey." + question.key()),
                    question.isMarked() ? marks : Map.of(),
                    typed.getOrDefault(question.key(), survey.reply(question))))
        .toList();
  }

  /** What was answered, for those of the region. */
  String read(Page page, Beneficiary one, Survey survey, Model model) {
    model.addAttribute("page", page.titled("review.survey"));
    model.addAttribute("beneficiary", one);
    model.addAttribute("survey", survey);
    model.addAttribute("said", said(page, survey));
    model.addAttribute("back", ReviewPaths.beneficiary(one.id()));
    return "review/survey-read";
  }

  private static Map<String, String> said(Page page, Survey survey) {
    Map<String, String> said = new LinkedHashMap<>();
    if (survey.isAnswered()) {
      for (SurveyQuestion question : SurveyQuestion.values()) {
        String reply = survey.reply(question);
        said.put(
            page.t("review.survey." + question.key()),
            reply.isEmpty()
                ? page.t("review.survey.no-opinion")
                : question.isMarked() ? page.t("review.survey.mark." + reply) : reply);
      }
    }
    return said;
  }

  /**
   * What cannot be kept is shown again as it was sent, beside what somebody else answered
   * meanwhile.
   *
   * @param survey as it is now
   */
  String again(
      Page page,
      Beneficiary one,
      Survey survey,
      String action,
      boolean byLink,
      Map<String, String> sent,
      Rejected wrong,
      Model model,
      HttpServletResponse response) {
    if (!(wrong.problem() instanceof ReviewProblem problem)
        || problem.status() != 422 && problem != ReviewProblem.ANSWERED_MEANWHILE) {
      throw wrong;
    }
    response.setStatus(problem.status());
    return form(
        page,
        one,
        survey,
        action,
        byLink,
        new HashMap<>(sent),
        problem == ReviewProblem.ANSWERED_MEANWHILE ? said(page, survey) : Map.of(),
        FormErrors.of(SurveyQuestion.WORDS.key(), wrong.sentence(page.messages())),
        model);
  }

  static int revision(Map<String, String> sent) {
    String written = sent.getOrDefault("revision", "");
    return written.matches("\\d{1,9}") ? Integer.parseInt(written) : -1;
  }
}
