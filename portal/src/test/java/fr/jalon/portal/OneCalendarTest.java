package fr.jalon.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A day is a day in Paris. A server set to another zone, as most are, is on the day before or after
 * for an hour or two each night: the tests too.
 */
class OneCalendarTest {
  private static final Set<String> CALENDARS =
      Set.of(LocalDate.class.getName(), LocalDateTime.class.getName(), LocalTime.class.getName());

  @Test
  void nobodyAsksTheMachineWhatDayItIs() {
    noClasses()
        .should()
        .callCodeUnitWhere(
            new DescribedPredicate<JavaCall<?>>("it asks for the day in the zone of the machine") {
              @Override
              public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                return owner.equals(ZoneId.class.getName())
                        && call.getName().equals("systemDefault")
                    || CALENDARS.contains(owner)
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty();
              }
            })
        .because("a zone is named (Messages.PARIS), or a clock of that zone is given")
        .check(new ClassFileImporter().importPackages("fr.jalon.portal"));
  }
}
