/** The choice of a time zone: every zone that the platform knows, by its name. */
import { useWords } from '../../layout/speaking.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export const ZoneField = ({ zone }: { zone: string }) => (
  <p class="field">
    <label for="form-timezone">{useWords().forms.timeZone}</label>
    <select id="form-timezone" name="timezone">
      {!ZONES.includes(zone) && <option selected>{zone}</option>}
      {ZONES.map((each) => (
        <option selected={each === zone}>{each}</option>
      ))}
    </select>
  </p>
);
