package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of questionnaires: its link in the navigation of those who have one. */
@Configuration(proxyBeanMethods = false)
class QuestionnaireConfiguration {
  @Bean
  NavEntry questionnaireNavigation() {
    return new NavEntry(
        42,
        "questionnaire.nav",
        QuestionnairePaths.ALL,
        Set.of(Role.AGENT.name(), Role.FOCAL_POINT.name()));
  }
}
