import { redirect } from 'next/navigation';

/** The front door leads to the projects. */
export default function FrontDoor() {
  redirect('/projects');
}
