import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectFolder } from '../build/project.ts';
import { type PolicyOrigins, parsePolicyFile } from './policy-file.ts';
import { parseSettings, type Settings, SettingsError } from './settings.ts';

/** A city's settings and the dates of its measures. */
export interface CityFiles {
  readonly settings: Settings;
  readonly policies: PolicyOrigins;
}

/**
 * Reads the settings file that `CITY` names (by default `city.json` in the root of the project) and the policy file beside it.
 *
 * @throws SettingsError with one sentence a fault.
 */
export function readCityFiles(path = process.env.CITY || join(projectFolder, 'city.json')): CityFiles {
  const settings = parseSettings(jsonOf(path));
  const policies = parsePolicyFile(jsonOf(join(dirname(resolve(path)), settings.policyFile)));
  return { settings, policies };
}

function jsonOf(path: string): unknown {
  if (!existsSync(path)) {
    throw new SettingsError(
      `There is no ${path}. infra/deployment.md says what a city's files hold; examples are in infra/deployment/example/.`,
    );
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new SettingsError(`${path} is no JSON: ${error.message}`);
    throw error;
  }
}
