package io.daybook.api.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.notice.Notifier;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to the mail server that is configured under {@code spring.mail}. */
final class SmtpNotifier implements Notifier {
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final JavaMailSender mail;
    private final String from;

    SmtpNotifier(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public Result send(Letter letter) {
        try {
            mail.send(message(letter));
            return new Result.Taken();
        } catch (MailException | MessagingException e) {
            return new Result.NotTaken(e.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new OwnId(letter.messageId());
        message.setFrom(new InternetAddress(from));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.text(), UTF_8.name());
        return message;
    }

    /** Keeps the id it was given; the library would draw a new one at each sending. */
    private static final class OwnId extends MimeMessage {
        private final String id;

        OwnId(String id) {
            super(NO_SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
