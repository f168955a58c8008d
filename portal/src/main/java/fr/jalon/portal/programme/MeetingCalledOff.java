package fr.jalon.portal.programme;

import java.util.UUID;

/** A meeting was called off, and those who were to come were told. */
public record MeetingCalledOff(UUID meetingId) {}
